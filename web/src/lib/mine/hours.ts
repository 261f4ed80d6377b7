import { warsawDay } from '@ww/shared/week';

interface Entry {
  endedAt: string;
  minutes: number;
}

export interface Month<E extends Entry> {
  /** `2026-11`, by Warsaw's calendar. */
  key: string;
  entries: E[];
  minutes: number;
}

/** The latest month first, and within it the latest task. */
export function byMonth<E extends Entry>(entries: readonly E[]): Month<E>[] {
  const latestFirst = entries.toSorted((a, b) => Date.parse(b.endedAt) - Date.parse(a.endedAt));
  const months = Map.groupBy(latestFirst, ({ endedAt }) => warsawDay(Date.parse(endedAt)).slice(0, 7));
  return [...months].map(([key, own]) => ({ key, entries: own, minutes: totalMinutes(own) }));
}

export const totalMinutes = (entries: readonly Pick<Entry, 'minutes'>[]): number => entries.reduce((sum, { minutes }) => sum + minutes, 0);
