import { CancelMeeting } from '@ww/shared/network/input';
import { giveRoomBack } from '../../../place/booking/for-meeting.ts';
import { meetingCommand } from '../meeting-command.ts';
import { expectState } from '../meeting-record.ts';
import { forgetNeeds } from '../seats.ts';

/** Calls a meeting off; whoever was told of it is told once. @throws AppError `CONFLICT` once it has begun, or was called off before. */
export const cancelMeeting = meetingCommand('meeting.call', CancelMeeting, async (tx, meeting, { reason }) => {
  expectState(meeting, 'DRAFT', 'PUBLISHED');
  if (meeting.state === 'PUBLISHED') meeting.sequence += 1;
  Object.assign(meeting, { state: 'CANCELLED', cancelledAt: tx.now, cancelReason: reason });
  await giveRoomBack(tx, meeting.id);
  await forgetNeeds(tx, meeting);
  return undefined;
});
