import type { PlaceClock } from '@ww/shared/place/clock';
import { fromWarsaw, inWarsaw } from '@ww/shared/time';

/** Warsaw's wall clock, as the API's days and a calendar take it: `2026-11-27T14:00`. */
export const wall = (at: string | number): string =>
  inWarsaw(typeof at === 'string' ? Date.parse(at) : at)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** Warsaw's day of an instant. */
export const dayOf = (at: string | number): string => wall(at).slice(0, 10);
/** Warsaw's clock of an instant, `09:15`. */
export const timeOf = (at: string | number): string => wall(at).slice(11);

/** Midnight of a day of Warsaw's calendar. */
export const midnightOf = (day: string): number => fromWarsaw(`${day}T00:00`).getTime();
/** Midday, so that no change of the clock moves it to another day. */
export const noonOf = (day: string): Date => fromWarsaw(`${day}T12:00`);

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
export const mondayOf = (day: string): string => addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);

/** Whether a text, of an address or a field, is a day of the calendar that a place has lived in. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).year >= 2020;
  } catch {
    return false;
  }
}

/** A place's clock as the API tells it. */
interface ToldClock extends Omit<PlaceClock, 'closures'> {
  closures: readonly { from: string; to: string }[];
}

/** A place's clock as the rules take it. */
export function clockOf({ weeks, days, closures, closedOnHolidays }: ToldClock): PlaceClock {
  const shut = closures.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
  return { weeks, days, closures: shut, closedOnHolidays };
}
