import type { WeeklyHours } from '@ww/shared/spans';
import { WEEKDAYS } from '#lib/availability/hours-draft.ts';
import { hoursWords, weekdayName } from '#lib/availability/words.ts';
import { alikeDays } from '#lib/place/alike-days.ts';

/** The hours of a week, days that are alike together: `wtorek–piątek 12:00–20:00`; nothing for a week without any. */
export function weekLine(weekly: readonly WeeklyHours[]): string {
  const week = WEEKDAYS.map((day) => hoursWords(weekly.filter(({ weekday }) => weekday === day)));
  const days = (first: number, last: number) =>
    WEEKDAYS.filter((_, at) => at === first || at === last)
      .map(weekdayName)
      .join(last - first > 1 ? '–' : ', ');
  return alikeDays(week)
    .map(({ first, last, hours }) => `${days(first, last)} ${hours}`)
    .join('; ');
}
