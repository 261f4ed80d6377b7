import { warsawDay } from '@ww/shared/volunteer/week';
import type { HoursEntry } from './documents.ts';

export interface Month {
  /** `2026-11`, by Warsaw's calendar. */
  key: string;
  entries: HoursEntry[];
  minutes: number;
}

/** The latest month first, and within it the latest task. */
export function byMonth(entries: readonly HoursEntry[]): Month[] {
  const latestFirst = entries.toSorted((a, b) => Date.parse(b.endedAt) - Date.parse(a.endedAt));
  const months = Map.groupBy(latestFirst, ({ endedAt }) => warsawDay(Date.parse(endedAt)).slice(0, 7));
  return [...months].map(([key, own]) => ({ key, entries: own, minutes: totalMinutes(own) }));
}

export const totalMinutes = (entries: readonly HoursEntry[]): number => entries.reduce((sum, { minutes }) => sum + minutes, 0);
