import { plainDate, shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { fromWarsaw } from '@ww/shared/time';
import type { Availability } from './documents.ts';
import { DAY, timeOf, WEEKDAYS } from './hours-draft.ts';

type Weekday = (typeof WEEKDAYS)[number];
type Hours = { from: number; to: number };

export const weekdayName = (weekday: Weekday): string => m[`roster_day_${weekday}`]();

/** A calendar day as an instant that falls on it in Warsaw. */
const noonOf = (day: string) => fromWarsaw(`${day}T12:00`);
/** `26 listopada 2026` */
export const dayWords = (day: string): string => plainDate(noonOf(day));
/** `czw., 26 lis` */
export const shortDayWords = (day: string): string => shortDate(noonOf(day));

/** `9:00–12:00, 16:00–24:00` */
export const hoursWords = (hours: readonly Hours[]): string =>
  hours.map(({ from, to }) => `${timeOf(from)}–${to === DAY ? '24:00' : timeOf(to)}`).join(', ');

/** The days with hours, each with its own. */
export function weekWords(weekly: Availability['weekly']): { weekday: Weekday; words: string }[] {
  return WEEKDAYS.flatMap((weekday) => {
    const own = weekly.filter((hours) => hours.weekday === weekday);
    return own.length > 0 ? [{ weekday, words: hoursWords(own) }] : [];
  });
}

/** `27 lis – 30 lis`, or one day. */
export const absenceWords = ({ from, to }: { from: string; to: string }): string =>
  from === to ? shortDayWords(from) : m.roster_from_to({ from: shortDayWords(from), to: shortDayWords(to) });
