import { holidaysOf } from '../holidays.ts';
import { daysIn, type Instant, type Hours, type Span, spansOf, subtract, weekdayOf, type WeeklyHours, within } from '../spans.ts';
import { fromWarsaw, inWarsaw } from '../time.ts';

/** A week's hours from a day on, until another day (included) or for good. Of two that hold on one day the later one counts. */
export interface OpeningWeek {
  from: string;
  until: string | null;
  weekly: readonly WeeklyHours[];
}

/** Hours on one day in place of the week's and of a holiday; none: closed. */
export interface OpeningDay {
  day: string;
  hours: readonly Hours[];
}

/** Closed suddenly in [from, to), whatever else the clock says. */
export interface ClosedSpan {
  from: Instant;
  to: Instant;
}

/** All that decides when a place is open; door, rooms and fridge go by the same. */
export interface PlaceClock {
  weeks: readonly OpeningWeek[];
  days: readonly OpeningDay[];
  closures: readonly ClosedSpan[];
  /** Whether Poland's statutory holidays are closed, unless `days` says otherwise. */
  closedOnHolidays: boolean;
}

/** How far ahead the next opening is looked for, in days. */
const HORIZON_DAYS = 400;

/** Hours of a Warsaw day as planned, before anything sudden. */
export function hoursOf({ weeks, days, closedOnHolidays }: Omit<PlaceClock, 'closures'>, day: string): readonly Hours[] {
  const instead = days.find((each) => each.day === day);
  if (instead) return instead.hours;
  if (closedOnHolidays && isHoliday(day)) return [];
  const week = weeks
    .filter(({ from, until }) => from <= day && (until === null || day <= until))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  const weekday = weekdayOf(day);
  return week ? week.weekly.filter((hours) => hours.weekday === weekday) : [];
}

const holidays = new Map<number, ReadonlySet<string>>();

/** Whether a Warsaw day is a statutory holiday. */
export function isHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const known = holidays.get(year) ?? new Set(holidaysOf(year).map(String));
  holidays.set(year, known);
  return known.has(day);
}

/** When the place is open within [from, to): ascending stretches that neither touch nor overlap. */
export function openSpans(clock: PlaceClock, from: Instant, to: Instant): Span[] {
  const planned = daysIn(from, to).flatMap((day) => spansOf(day, hoursOf(clock, day)));
  const closed = clock.closures.map((closure) => ({ from: Number(closure.from), to: Number(closure.to) }));
  return within(subtract(planned, closed), from, to);
}

/** Whether the whole of [from, to) lies in opening hours. */
export function isOpenFor(clock: PlaceClock, from: Instant, to: Instant): boolean {
  const [span, ...more] = openSpans(clock, from, to);
  return more.length === 0 && span?.from === Number(from) && span.to === Number(to);
}

/** Until when the place is open now, two days ahead at most; null while it is closed. A stretch over midnight is one stretch. */
export function openUntil(clock: PlaceClock, at: Instant): number | null {
  const span = openSpans(clock, at, Number(at) + 2 * 86_400_000)[0];
  return span?.from === Number(at) ? span.to : null;
}

/** The next stretch that begins after `at`; null when there is none in `HORIZON_DAYS`. */
export function nextOpening(clock: PlaceClock, at: Instant): Span | null {
  const first = inWarsaw(at).toPlainDate();
  const midnight = (day: Temporal.PlainDate) => fromWarsaw(day.toPlainDateTime());
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const day = first.add({ days: ahead });
    const [starts, ends] = [midnight(day), midnight(day.add({ days: 1 }))].map(Number) as [number, number];
    // from the day before and to the day after, so that what goes on over midnight neither begins nor ends there
    const spans = openSpans(clock, midnight(day.subtract({ days: 1 })), midnight(day.add({ days: 2 })));
    const next = spans.find(({ from }) => from > Number(at) && starts <= from && from < ends);
    if (next) return next;
  }
  return null;
}

/** Which of these no longer fit the clock: all that a closure, or any other change of hours, hits. */
export function hitBy<T extends { startsAt: Instant; endsAt: Instant }>(clock: PlaceClock, bookings: readonly T[]): T[] {
  return bookings.filter(({ startsAt, endsAt }) => !isOpenFor(clock, startsAt, endsAt));
}
