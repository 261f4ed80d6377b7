import { CheckInMyself, NETWORK_INPUT } from '@ww/shared/network/input';
import { conflict, notFound } from '../../../platform/errors.ts';
import { organisationNameOf } from '../../member/people.ts';
import { arrive } from '../attendance.ts';
import { meetingCommand } from '../meeting-command.ts';
import { expectState, loadMeeting } from '../meeting-record.ts';
import { Rsvp } from '../rsvp.entity.ts';

/**
 * Whoever has a seat says that they are there, from two hours before the start; others are let in at the door.
 * @throws AppError `CONFLICT`: `TOO_EARLY`, `NO_SEAT`, or with the meeting's state.
 */
export const checkInMyself = meetingCommand(
  'meeting.answer',
  CheckInMyself,
  async (tx, meeting, { id, remote }) => {
    expectState(meeting, 'PUBLISHED', 'RUNNING');
    const { signedIn } = tx.ctx;
    if (!signedIn) throw notFound();
    const opens = new Date(meeting.startsAt.getTime() - NETWORK_INPUT.earlyMinutes * 60_000);
    if (meeting.state === 'PUBLISHED' && tx.now < opens) throw conflict({ by: null, at: opens.toISOString(), state: 'TOO_EARLY' });
    const { personId, displayName } = signedIn;
    const seated = await tx.em.count(Rsvp, { meetingId: meeting.id, personId, state: 'ACCEPTED' });
    if (seated === 0) throw conflict({ by: null, at: null, state: 'NO_SEAT' });
    const organisation = await organisationNameOf(tx.em, personId, meeting.district);
    await arrive(tx, meeting, { id, personId, name: displayName, organisation, remote });
    return { reason: 'CHECK_IN' };
  },
  (tx, { meetingId }) => loadMeeting(tx, meetingId),
);
