import { CheckIn } from '@ww/shared/network/input';
import { Person } from '../../../identity/person.entity.ts';
import { invalid } from '../../../platform/errors.ts';
import { isInNetwork, organisationNameOf } from '../../member/people.ts';
import { arrive } from '../attendance.ts';
import { meetingCommand } from '../meeting-command.ts';
import { expectState, loadMeeting } from '../meeting-record.ts';

/**
 * At the door: somebody of the Network by person, a guest by name.
 * @throws AppError `INVALID` on `personId` (`member`) or `name`; `CONFLICT` while it is a draft or once it is over.
 */
export const checkIn = meetingCommand(
  'meeting.people',
  CheckIn,
  async (tx, meeting, { id, personId, name, organisation, remote }) => {
    expectState(meeting, 'PUBLISHED', 'RUNNING');
    const person = personId === null ? null : await tx.em.findOne(Person, { id: personId });
    if (personId !== null && (!person || !(await isInNetwork(tx.em, personId, meeting.district))))
      throw invalid([{ path: 'personId', rule: 'member' }]);
    const called = person?.displayName ?? name;
    if (called === null) throw invalid([{ path: 'name', rule: 'required' }]);
    const from = personId === null ? organisation : await organisationNameOf(tx.em, personId, meeting.district);
    await arrive(tx, meeting, { id, personId, name: called, organisation: from, remote });
    return { reason: 'CHECK_IN', toName: called };
  },
  (tx, { meetingId }) => loadMeeting(tx, meetingId),
);
