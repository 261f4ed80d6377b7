import { OnArrangement } from '@ww/shared/network/input';
import { loadMeetingOf } from '../../meeting/meeting-record.ts';
import { leadCommand } from '../lead-command.ts';
import { expectVoting, forgetBallots } from '../voting.ts';

/** Takes back what is being voted on; it is in no minutes. @throws AppError `CONFLICT` with how the vote ended. */
export const withdrawArrangement = leadCommand(
  OnArrangement,
  async (tx, _meeting, { id }) => {
    const arrangement = await expectVoting(tx, id, null);
    arrangement.state = 'WITHDRAWN';
    await forgetBallots(tx, id);
    return { reason: 'WITHDRAW' };
  },
  (tx, { id }) => loadMeetingOf(tx, 'arrangement', id),
);
