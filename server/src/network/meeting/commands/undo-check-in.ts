import { UndoCheckIn } from '@ww/shared/network/input';
import { announceTo } from '../attendance.ts';
import { meetingCommand } from '../meeting-command.ts';
import { expectState, loadMeetingOf } from '../meeting-record.ts';
import { Attendance } from '../rsvp.entity.ts';

/** Takes back a check-in that was a mistake; done twice, it is done. @throws AppError `CONFLICT` once the meeting is over. */
export const undoCheckIn = meetingCommand(
  'meeting.people',
  UndoCheckIn,
  async (tx, meeting, { id }) => {
    expectState(meeting, 'PUBLISHED', 'RUNNING');
    const found = await tx.em.findOneOrFail(Attendance, { id });
    tx.em.remove(found);
    if (found.personId) await announceTo(tx, meeting, found.personId);
    return { reason: 'CHECK_OUT', toName: found.name };
  },
  (tx, { id }) => loadMeetingOf(tx, 'attendance', id),
);
