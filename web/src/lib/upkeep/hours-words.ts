import type { WeeklyHours } from '@ww/shared/spans';
import { weekdayName, weekWords } from '#lib/availability/words.ts';

/** The hours of a week, days that are alike together: `wtorek–piątek 12:00–20:00`; nothing for a week without any. */
export function weekLine(weekly: readonly WeeklyHours[]): string {
  const groups: { first: number; last: number; words: string }[] = [];
  for (const { weekday, words } of weekWords([...weekly])) {
    const before = groups.at(-1);
    if (before?.words === words && before.last === weekday - 1) before.last = weekday;
    else groups.push({ first: weekday, last: weekday, words });
  }
  const days = ({ first, last }: { first: number; last: number }) =>
    [...new Set([first, last])]
      .map((weekday) => weekdayName(weekday as Parameters<typeof weekdayName>[0]))
      .join(last - first > 1 ? '–' : ', ');
  return groups.map((group) => `${days(group)} ${group.words}`).join('; ');
}
