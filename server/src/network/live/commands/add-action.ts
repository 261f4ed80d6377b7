import { AddAction } from '@ww/shared/network/input';
import { warsawDay } from '@ww/shared/week';
import { Person } from '../../../identity/person.entity.ts';
import { invalid } from '../../../platform/errors.ts';
import { insertNew } from '../../../platform/insert.ts';
import { AgendaItem } from '../../agenda/agenda-item.entity.ts';
import { meetingCommand } from '../../meeting/meeting-command.ts';
import { expectState, loadMeeting } from '../../meeting/meeting-record.ts';
import { isInNetwork } from '../../member/people.ts';
import { expectNew } from '../lead-command.ts';
import { announceAction } from '../../minutes/action-record.ts';
import { ActionItem } from '../../minutes/minutes.entity.ts';

/**
 * Something to be done, by somebody of the Network, until a day; under the current point.
 * @throws AppError `INVALID` on `ownerId` (`member`), `due` (`actionInPast`) or `id` (`taken`); `CONFLICT` with the meeting's state.
 */
export const addAction = meetingCommand(
  'meeting.lead',
  AddAction,
  async (tx, meeting, { id, text, ownerId, due }) => {
    expectState(meeting, 'RUNNING');
    const owner = await tx.em.findOne(Person, { id: ownerId });
    if (!owner || !(await isInNetwork(tx.em, ownerId, meeting.district))) throw invalid([{ path: 'ownerId', rule: 'member' }]);
    if (due < warsawDay(tx.now)) throw invalid([{ path: 'due', rule: 'actionInPast' }]);
    await expectNew(tx, 'action_item', id);
    const current = await tx.em.findOne(AgendaItem, { meetingId: meeting.id, state: 'CURRENT' });
    const action = Object.assign(new ActionItem(), {
      ...{ id, district: meeting.district, meetingId: meeting.id, itemId: current?.id ?? null, text },
      ...{ ownerId, ownerName: owner.displayName, due, createdAt: tx.now, doneAt: null, doneById: null, version: 1 },
    });
    await insertNew(tx, action);
    await announceAction(tx, action);
    return { subjectType: 'action', subjectId: id, toName: owner.displayName };
  },
  (tx, { meetingId }) => loadMeeting(tx, meetingId),
);
