import type { Tx } from '../../platform/command.ts';
import { AgendaItem } from './agenda-item.entity.ts';

type Given = Pick<AgendaItem, 'id' | 'meetingId' | 'title' | 'kind' | 'minutes' | 'rank'> &
  Partial<Pick<AgendaItem, 'presenter' | 'state' | 'proposedById' | 'proposedBy' | 'entryId'>>;

/** An item as it begins; planned unless it is a proposal. */
export function newItem(tx: Tx, given: Given): AgendaItem {
  const none = { presenter: null, proposedById: null, proposedBy: null, entryId: null, answer: null, note: null, since: null };
  const start = { state: 'PLANNED' as const, extraMinutes: 0, spentMs: 0, createdAt: tx.now, version: 1 };
  return Object.assign(new AgendaItem(), none, start, given);
}
