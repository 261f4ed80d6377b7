import { RaiseHand } from '@ww/shared/network/input';
import { conflict, notFound } from '../../../platform/errors.ts';
import { insertNew } from '../../../platform/insert.ts';
import { takesPart } from '../../meeting/attendance.ts';
import { meetingCommand } from '../../meeting/meeting-command.ts';
import { expectState, loadMeeting } from '../../meeting/meeting-record.ts';
import { organisationNameOf } from '../../member/people.ts';
import { expectNew } from '../lead-command.ts';
import { Speaker } from '../live.entity.ts';

/**
 * Asks to speak; a hand that is up stays where it is in the line.
 * @throws AppError `CONFLICT`: `NO_SEAT` for whoever does not take part, or the meeting's state; `INVALID` on `id` (`taken`).
 */
export const raiseHand = meetingCommand(
  'meeting.answer',
  RaiseHand,
  async (tx, meeting, { id, remote }) => {
    expectState(meeting, 'RUNNING');
    const { signedIn } = tx.ctx;
    if (!signedIn) throw notFound();
    const { personId, displayName } = signedIn;
    if (!(await takesPart(tx, meeting, personId))) throw conflict({ by: null, at: null, state: 'NO_SEAT' });
    const open = { meetingId: meeting.id, personId, state: { $in: ['WAITING', 'SPEAKING'] as const } };
    if ((await tx.em.count(Speaker, open)) > 0) return { reason: 'HAND_UP' };
    await expectNew(tx, 'speaker', id);
    const organisation = await organisationNameOf(tx.em, personId, meeting.district);
    const blank = { state: 'WAITING' as const, raisedAt: tx.now, spokeFrom: null, spokeTo: null };
    await insertNew(
      tx,
      Object.assign(new Speaker(), { id, meetingId: meeting.id, personId, name: displayName, organisation, remote, ...blank }),
    );
    return { reason: 'HAND_UP' };
  },
  (tx, { meetingId }) => loadMeeting(tx, meetingId),
);
