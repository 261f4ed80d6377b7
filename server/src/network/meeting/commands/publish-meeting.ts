import { PublishMeeting } from '@ww/shared/network/input';
import { invalid } from '../../../platform/errors.ts';
import { meetingCommand } from '../meeting-command.ts';
import { expectState } from '../meeting-record.ts';

/** Opens a draft to the Network: members see it, sign up and propose points; each is told once. @throws AppError `CONFLICT`; `INVALID` (`startInPast`). */
export const publishMeeting = meetingCommand('meeting.call', PublishMeeting, (tx, meeting) => {
  expectState(meeting, 'DRAFT');
  if (meeting.startsAt <= tx.now) throw invalid([{ path: 'startsAt', rule: 'startInPast' }]);
  Object.assign(meeting, { state: 'PUBLISHED', publishedAt: tx.now });
  return undefined;
});
