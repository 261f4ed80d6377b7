import { SetDeputies } from '@ww/shared/network/input';
import { invalid } from '../../../platform/errors.ts';
import { isInNetwork } from '../../member/people.ts';
import { meetingCommand } from '../meeting-command.ts';
import { expectState } from '../meeting-record.ts';

/** Names who of the Network may lead besides the district's coordinators. @throws AppError `INVALID` on `people` (`member`); `CONFLICT` once it is over. */
export const setDeputies = meetingCommand('meeting.call', SetDeputies, async (tx, meeting, { people }) => {
  expectState(meeting, 'DRAFT', 'PUBLISHED', 'RUNNING');
  for (const person of people)
    if (!(await isInNetwork(tx.em, person, meeting.district))) throw invalid([{ path: 'people', rule: 'member' }]);
  meeting.deputyIds = [...new Set(people)];
  return undefined;
});
