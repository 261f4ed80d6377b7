import { type ItemKind, type ItemState, ON_AGENDA } from '@ww/shared/network/terms';

interface AnItem {
  id: string;
  kind: ItemKind;
  state: ItemState;
}

/** Of the agenda itself, in its order: without proposals. */
export const onAgenda = <I extends AnItem>(items: readonly I[]): I[] => items.filter(({ state }) => ON_AGENDA.includes(state));

/** Whether its place may be changed: what comes by itself stays first, what was dealt with stays where it was. */
export const isMovable = ({ kind, state }: AnItem): boolean => kind !== 'FOLLOW_UP' && state === 'PLANNED';

/** The items in the order of `ids`; those that `ids` does not know come behind the one they follow. */
export function arranged<I extends { id: string }>(items: readonly I[], ids: readonly string[]): I[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const result = ids.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(ids);
  for (const [index, item] of items.entries()) {
    if (known.has(item.id)) continue;
    const before = items[index - 1];
    result.splice(before ? result.indexOf(before) + 1 : 0, 0, item);
  }
  return result;
}

/** One item a step up or down; null where it can go no further. */
export function stepped<I extends AnItem>(items: readonly I[], id: string, by: -1 | 1): string[] | null {
  const at = items.findIndex((item) => item.id === id);
  const other = items[at + by];
  if (at === -1 || !other || !isMovable(other)) return null;
  const ids = items.map((item) => item.id);
  ids.splice(at, 1);
  ids.splice(at + by, 0, id);
  return ids;
}

/** The id of what stands before it; null at the very top. */
export const before = (ids: readonly string[], id: string): string | null => ids[ids.indexOf(id) - 1] ?? null;

/** All of a meeting's items with one put behind another, as the server will have them. */
export function moved<I extends AnItem>(items: readonly I[], id: string, afterId: string | null): I[] {
  const item = items.find((each) => each.id === id);
  if (!item) return [...items];
  const others = items.filter((each) => each !== item);
  const pinned = others.findIndex(({ kind }) => kind === 'FOLLOW_UP');
  const at = afterId === null ? pinned : others.findIndex((each) => each.id === afterId);
  return others.toSpliced(at + 1, 0, item);
}
