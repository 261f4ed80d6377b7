import { SaveArrangement } from '@ww/shared/network/input';
import { loadMeetingOf } from '../../meeting/meeting-record.ts';
import { leadCommand } from '../lead-command.ts';
import { expectVoting, forgetBallots } from '../voting.ts';

/**
 * Keeps the count as the leader saw it, in the room and on the phones; more for than against makes it an arrangement.
 * @throws AppError `CONFLICT`: `RECOUNTED`, or how the vote ended.
 */
export const saveArrangement = leadCommand(
  SaveArrangement,
  async (tx, _meeting, { id, round, for: votesFor, against: votesAgainst, abstained: votesAbstained }) => {
    const arrangement = await expectVoting(tx, id, round);
    const state = votesFor > votesAgainst ? 'ADOPTED' : 'REJECTED';
    Object.assign(arrangement, { state, votesFor, votesAgainst, votesAbstained, savedAt: tx.now });
    await forgetBallots(tx, id);
    return { reason: state };
  },
  (tx, { id }) => loadMeetingOf(tx, 'arrangement', id),
);
