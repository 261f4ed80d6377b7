import { getLocale } from '#lib/paraglide/runtime.js';
import { WARSAW } from '@ww/shared/time';

type Instant = string | number | Date;

const BCP47 = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' } as const;
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${getLocale()} ${name}`;
  let made = cache.get(key);
  if (!made) cache.set(key, (made = new Intl.DateTimeFormat(BCP47[getLocale()], { timeZone: WARSAW, ...options })));
  return made;
}

/** Instants are shown on Warsaw's clock. `8:57` */
export const clock = (at: Instant) => formatter('clock', { hour: 'numeric', minute: '2-digit' }).format(new Date(at));
/** `12:07:31` */
export const clockSeconds = (at: Instant) =>
  formatter('clockSeconds', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(at));
/** `czwartek 26 listopada 2026` */
export const longDate = (at: Instant) =>
  formatter('longDate', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));
/** `czw., 26 lis` */
export const shortDate = (at: Instant) => formatter('shortDate', { weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(at));
/** `26 listopada 2026` */
export const plainDate = (at: Instant) => formatter('plainDate', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));
/** `23–29 listopada` */
export const dayRange = (from: Instant, to: Instant) =>
  formatter('dayRange', { day: 'numeric', month: 'long' }).formatRange(new Date(from), new Date(to));
/** `listopad 2026` */
export const monthName = (at: Instant) => formatter('monthName', { month: 'long', year: 'numeric' }).format(new Date(at));
/** `26 lis, 12:07`, for something that may not be today. */
export const dateClock = (at: Instant) =>
  formatter('dateClock', { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }).format(new Date(at));
/** `czw.` */
export const shortWeekday = (at: Instant) => formatter('weekdayShort', { weekday: 'short' }).format(new Date(at));
/** `czwartek`, or `pon.` where the whole word is long. */
export function weekday(at: Instant): string {
  const whole = formatter('weekday', { weekday: 'long' }).format(new Date(at));
  return whole.length > 9 ? shortWeekday(at) : whole;
}
/** `25.11` */
export const dayMonth = (at: Instant) => formatter('dayMonth', { day: 'numeric', month: 'numeric' }).format(new Date(at));
/** `3.2027` */
export const monthYear = (at: Instant) => formatter('monthYear', { month: 'numeric', year: 'numeric' }).format(new Date(at));
/** `26` */
export const dayNumber = (at: Instant) => formatter('dayNumber', { day: 'numeric' }).format(new Date(at));

/** Whether both instants fall on one Warsaw day. */
export function sameDay(a: Instant, b: Instant): boolean {
  const day = formatter('day', { year: 'numeric', month: '2-digit', day: '2-digit' });
  return day.format(new Date(a)) === day.format(new Date(b));
}

/** The clock alone for today, with the date otherwise. */
export const clockOrDate = (at: Instant, now: Instant) => (sameDay(at, now) ? clock(at) : dateClock(at));

/** `5,4` */
export const decimal = (number: number): string => new Intl.NumberFormat(BCP47[getLocale()]).format(number);
