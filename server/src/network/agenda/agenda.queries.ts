import type { Em } from '../../platform/orm.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import type { AgendaItemView } from './agenda.types.ts';

/** A meeting's agenda in its order. One statement. */
export async function agendaOf(em: Em, meetingId: string): Promise<AgendaItemView[]> {
  const items = await em.find(AgendaItem, { meetingId }, { orderBy: { rank: 'asc' }, disableIdentityMap: true });
  return items.map((item) => {
    const { id, version, title, kind, state, minutes, extraMinutes, spentMs } = item;
    return {
      ...{ id, version, title, kind, state, minutes, extraMinutes, spentMs },
      presenter: item.presenter ?? null,
      proposedById: item.proposedById ?? null,
      proposedBy: item.proposedBy ?? null,
      entryId: item.entryId ?? null,
      answer: item.answer ?? null,
      note: item.note ?? null,
      since: item.since ?? null,
    };
  });
}
