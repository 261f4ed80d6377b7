import { OnArrangement } from '@ww/shared/network/input';
import { loadMeetingOf } from '../../meeting/meeting-record.ts';
import { leadCommand } from '../lead-command.ts';
import { expectVoting, forgetBallots } from '../voting.ts';

/** Hands down, and up again: what was shown so far is void. @throws AppError `CONFLICT` with how the vote ended. */
export const recountArrangement = leadCommand(
  OnArrangement,
  async (tx, _meeting, { id }) => {
    const arrangement = await expectVoting(tx, id, null);
    arrangement.round += 1;
    await forgetBallots(tx, id);
    return { reason: 'RECOUNT' };
  },
  (tx, { id }) => loadMeetingOf(tx, 'arrangement', id),
);
