import { generateKeyBetween } from 'fractional-indexing';
import type { Tx } from '../../platform/command.ts';
import { AgendaItem } from './agenda-item.entity.ts';

/** A meeting's items in their order; the meeting's row must be locked by the caller, so that two never take one rank. */
export function itemsInOrder(tx: Tx, meetingId: string): Promise<AgendaItem[]> {
  return tx.em.find(AgendaItem, { meetingId }, { orderBy: { rank: 'asc' } });
}

/** The rank behind all others. */
export async function rankLast(tx: Tx, meetingId: string): Promise<string> {
  const [last] = await tx.em.execute<{ rank: string }[]>('select rank from agenda_item where meeting_id = ? order by rank desc limit 1', [
    meetingId,
  ]);
  return generateKeyBetween(last?.rank ?? null, null);
}

/** The rank before all others. */
export function rankFirst(items: readonly AgendaItem[]): string {
  return generateKeyBetween(null, items[0]?.rank ?? null);
}

/**
 * The rank right behind another item, or first. What was to be done since the last meeting stays ahead of everything.
 * @param items in their order, without the one that moves
 * @returns null when the other item is not there
 */
export function rankBehind(items: readonly AgendaItem[], afterId: string | null): string | null {
  const pinned = items.findIndex(({ kind }) => kind === 'FOLLOW_UP');
  const at = afterId === null ? pinned : items.findIndex(({ id }) => id === afterId);
  if (afterId !== null && at === -1) return null;
  return generateKeyBetween(items[at]?.rank ?? null, items[at + 1]?.rank ?? null);
}
