import { OnMeeting } from '@ww/shared/network/input';
import { meetingCommand } from '../../meeting/meeting-command.ts';
import { expectState } from '../../meeting/meeting-record.ts';

/** Another who may lead takes over: the clock and the point go on as they are. @throws AppError `CONFLICT` with the meeting's state. */
export const takeLead = meetingCommand('meeting.lead', OnMeeting, (tx, meeting) => {
  expectState(meeting, 'RUNNING');
  if (meeting.leaderId !== tx.actor.personId) Object.assign(meeting, { leaderId: tx.actor.personId, leaderSince: tx.now });
  return { reason: 'TAKE_LEAD' };
});
