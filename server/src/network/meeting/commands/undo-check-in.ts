import { UndoCheckIn } from '@ww/shared/network/input';
import { notFound } from '../../../platform/errors.ts';
import { announceTo } from '../attendance.ts';
import { meetingCommand } from '../meeting-command.ts';
import { expectState, loadMeetingOf } from '../meeting-record.ts';
import { Attendance } from '../rsvp.entity.ts';

/** Takes back a check-in that was a mistake. @throws AppError `NOT_FOUND` where it was taken back already; `CONFLICT` once the meeting is over. */
export const undoCheckIn = meetingCommand(
  'meeting.people',
  UndoCheckIn,
  async (tx, meeting, { id }) => {
    expectState(meeting, 'PUBLISHED', 'RUNNING');
    const found = await tx.em.findOne(Attendance, { id });
    // another took it back while this one waited for the meeting
    if (!found) throw notFound();
    tx.em.remove(found);
    if (found.personId) await announceTo(tx, meeting, found.personId);
    return { reason: 'CHECK_OUT', toName: found.name };
  },
  (tx, { id }) => loadMeetingOf(tx, 'attendance', id),
);
