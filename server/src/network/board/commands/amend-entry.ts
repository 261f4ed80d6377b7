import { AmendEntry } from '@ww/shared/network/input';
import { invalid } from '../../../platform/errors.ts';
import { announceMeeting } from '../../meeting/meeting-record.ts';
import { checkDays } from '../board-record.ts';
import { entryCommand } from '../entry-command.ts';
import { withdrawProposal } from '../proposal.ts';

/**
 * Corrects an open entry; what is proposed of it follows. A need that becomes an offer waits for no answer any more, and
 * an offer that becomes a need begins to.
 * @throws AppError `STALE`; `CONFLICT` once it is matched or closed; `INVALID` on `toDay` (`daysOrder`).
 */
export const amendEntry = entryCommand(AmendEntry, (tx, { entry, network, proposal }, input) => {
  entry.expect(input.version);
  const { key: _key, id: _id, version: _version, ...said } = input;
  const wrong = checkDays(said);
  if (wrong.length > 0) throw invalid(wrong);
  const isTurned = entry.side !== said.side;
  Object.assign(entry, said);
  entry.version++;
  if (isTurned) {
    entry.waitForAnswer(network.unansweredDays, tx.now);
    withdrawProposal(tx, proposal);
  } else if (proposal && proposal.item.title !== entry.title) {
    proposal.item.title = entry.title;
    proposal.item.version++;
    announceMeeting(tx, proposal.meeting);
  }
});
