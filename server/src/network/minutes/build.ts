import type { MinutesContent, MinutesItem } from '@ww/shared/network/minutes';
import { ON_AGENDA } from '@ww/shared/network/terms';
import { Person } from '../../identity/person.entity.ts';
import type { Tx } from '../../platform/command.ts';
import type { AgendaItem } from '../agenda/agenda-item.entity.ts';
import { itemsInOrder } from '../agenda/order.ts';
import { Arrangement } from '../live/live.entity.ts';
import type { Meeting } from '../meeting/meeting.entity.ts';
import { Attendance } from '../meeting/rsvp.entity.ts';
import { ActionItem, Minutes } from './minutes.entity.ts';

const MINUTE = 60_000;

/** The minutes of a meeting that has just ended, from what happened in it. */
export async function buildMinutes(tx: Tx, meeting: Meeting): Promise<void> {
  const { em } = tx;
  const where = { meetingId: meeting.id };
  const leader = await em.findOne(Person, { id: meeting.leaderId ?? '' });
  const came = await em.find(Attendance, where, { orderBy: { arrivedAt: 'asc', id: 'asc' } });
  const arrangements = await em.find(Arrangement, { ...where, state: { $in: ['ADOPTED', 'REJECTED'] } }, { orderBy: { savedAt: 'asc' } });
  const actions = await em.find(ActionItem, where, { orderBy: { createdAt: 'asc', id: 'asc' } });
  const items = (await itemsInOrder(tx, meeting.id)).filter(({ state }) => ON_AGENDA.includes(state));
  const content: MinutesContent = {
    title: meeting.title,
    place: meeting.place ?? null,
    online: meeting.online,
    startedAt: (meeting.startedAt ?? tx.now).toISOString(),
    endedAt: (meeting.endedAt ?? tx.now).toISOString(),
    leader: leader?.displayName ?? '',
    attendance: came.map(({ name, organisation, remote }) => ({ name, organisation: organisation ?? null, remote })),
    items: items.map((item) => itemMinutes(item, arrangements, actions)),
    ...outcomesUnder(null, arrangements, actions),
    remarks: null,
  };
  em.persist(Object.assign(new Minutes(), { ...where, state: 'DRAFT' as const, content, version: 1, ...NOT_APPROVED }));
}

const NOT_APPROVED = { approvedAt: null, approvedById: null, approvedBy: null };

function itemMinutes(item: AgendaItem, arrangements: readonly Arrangement[], actions: readonly ActionItem[]): MinutesItem {
  const { id: itemId, title, kind, state } = item;
  return {
    ...{ itemId, title, kind, state },
    presenter: item.presenter ?? null,
    plannedMinutes: item.minutes,
    spentMinutes: Math.round(item.spentMs / MINUTE),
    note: item.note ?? null,
    ...outcomesUnder(itemId, arrangements, actions),
  };
}

/** What was arranged and given out under one item; `null`: under none. */
function outcomesUnder(
  itemId: string | null,
  arrangements: readonly Arrangement[],
  actions: readonly ActionItem[],
): Pick<MinutesItem, 'arrangements' | 'actions'> {
  return {
    arrangements: arrangements
      .filter((arrangement) => (arrangement.itemId ?? null) === itemId)
      .map(({ text, state, votesFor, votesAgainst, votesAbstained }) => ({
        ...{ text, state },
        ...{ for: votesFor ?? 0, against: votesAgainst ?? 0, abstained: votesAbstained ?? 0 },
      })),
    actions: actions
      .filter((action) => (action.itemId ?? null) === itemId)
      .map(({ text, ownerName, due }) => ({ text, owner: ownerName, due })),
  };
}
