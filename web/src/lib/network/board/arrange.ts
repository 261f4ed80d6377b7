import { BOARD_KINDS, type BoardKind, type BoardSide, type BoardState } from '@ww/shared/network/terms';

interface Placed {
  id: string;
  side: BoardSide;
  kind: BoardKind;
  state: BoardState;
}

export interface Columns<E> {
  needs: E[];
  offers: E[];
  /** What ended before the reader looked, or is cleared away. */
  ended: E[];
  /** Open ones that came since: shown when asked for, so that nothing moves under a hand. */
  waiting: E[];
}

/** Ids of the entries that stand in the columns as of now. */
export const standing = (entries: readonly Placed[]): ReadonlySet<string> =>
  new Set(entries.filter(({ state }) => state === 'OPEN').map(({ id }) => id));

/** The board in its columns. What stood there and ended meanwhile keeps its place until the columns are arranged anew. */
export function columnsOf<E extends Placed>(entries: readonly E[], stood: ReadonlySet<string>, kind: BoardKind | null): Columns<E> {
  const shown = kind ? entries.filter((entry) => entry.kind === kind) : entries;
  const here = shown.filter(({ id }) => stood.has(id));
  const others = shown.filter(({ id }) => !stood.has(id));
  return {
    needs: here.filter(({ side }) => side === 'NEED'),
    offers: here.filter(({ side }) => side === 'OFFER'),
    ended: others.filter(({ state }) => state !== 'OPEN'),
    waiting: others.filter(({ state }) => state === 'OPEN'),
  };
}

/** The kinds that something open is of, with how much of it; the chosen one always. In the order of the list. */
export function kindsOn(entries: readonly Placed[], chosen: BoardKind | null): { kind: BoardKind; count: number }[] {
  return BOARD_KINDS.map((kind) => ({
    kind,
    count: entries.filter((entry) => entry.state === 'OPEN' && entry.kind === kind).length,
  })).filter(({ kind, count }) => count > 0 || kind === chosen);
}
