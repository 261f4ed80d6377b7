import { inWarsaw } from './time.ts';

/** Month and day of the holidays that keep their date, as `MM-DD`. */
const FIXED = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26'] as const;
/** Days after Easter Sunday: itself, its Monday, Pentecost, Corpus Christi. */
const MOVABLE = [0, 1, 49, 60] as const;
/** 24 December is one since 2025 (act of 6.12.2024). */
const CHRISTMAS_EVE_SINCE = 2025;
const SATURDAY = 6;

/** Easter Sunday of a year of the Gregorian calendar, by Meeus, Jones and Butcher. */
function easter(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapless = Math.floor(century / 4);
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapless - lunar + 15) % 30;
  const inCentury = year % 100;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

/**
 * Poland's statutory holidays of a year, in order, Sundays left out that are nothing else.
 * Source: act of 18.01.1951 on non-working days, as it stands since 2011, and with 24 December since 2025.
 */
export function holidaysOf(year: number): Temporal.PlainDate[] {
  const fixed = year >= CHRISTMAS_EVE_SINCE ? [...FIXED, '12-24'] : FIXED;
  const sunday = easter(year);
  return [
    ...fixed.map((day) => Temporal.PlainDate.from(`${String(year).padStart(4, '0')}-${day}`)),
    ...MOVABLE.map((days) => sunday.add({ days })),
  ].toSorted((a, b) => Temporal.PlainDate.compare(a, b));
}

/** Whether offices work: Monday to Friday, and no statutory holiday. */
export function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek < SATURDAY && !holidaysOf(day.year).some((holiday) => holiday.equals(day));
}

/**
 * Whole working days between two instants, by Warsaw's calendar: neither the day of `now` nor the day of `instant` counts
 * (Civil Code art. 111 § 2: the day of the event itself is left out). Zero when `instant` is not on a later day.
 * @param enough counts no further than this, so that a date far away costs nothing
 */
export function workingDaysBefore(instant: Date, now: Date, enough = Infinity): number {
  const end = inWarsaw(instant).toPlainDate();
  let count = 0;
  let day = inWarsaw(now).toPlainDate().add({ days: 1 });
  while (count < enough && Temporal.PlainDate.compare(day, end) < 0) {
    if (isWorkingDay(day)) count++;
    day = day.add({ days: 1 });
  }
  return count;
}

/** Working days ahead of an event that a sign language interpreter is to be asked for. */
export const INTERPRETER_NOTICE_DAYS = 3;

/**
 * Whether an interpreter asked for at `now` is asked for with less notice than the statutory 3 working days: it is flagged,
 * never refused. Source: act of 19.08.2011 on sign language and other means of communication, art. 12(1).
 */
export function isLateNotice(now: Date, startsAt: Date): boolean {
  return workingDaysBefore(startsAt, now, INTERPRETER_NOTICE_DAYS) < INTERPRETER_NOTICE_DAYS;
}
