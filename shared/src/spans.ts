import type { FieldError } from './error-codes.ts';
import { fromWarsaw, inWarsaw, WARSAW } from './time.ts';

/** Hours of a day, in minutes of Warsaw's wall clock from midnight; the end is not included. */
export interface Hours {
  from: number;
  to: number;
}

/** Hours on one weekday (1 is Monday). */
export interface WeeklyHours extends Hours {
  weekday: number;
}

/** A stretch of time, in milliseconds since the epoch; the end is not included. */
export interface Span {
  from: number;
  to: number;
}

export type Instant = Date | number;
const MINUTE = 60_000;

/** A stretch of a day over which Warsaw's clock runs evenly, and the instant at which that clock would have shown midnight. */
interface EvenPart extends Span {
  midnight: number;
}

const known = new Map<string, { weekday: number; parts: readonly EvenPart[] }>();

/** A day's weekday and its one part, or two where DST begins or ends. Kept, because a list of volunteers asks for the same few days. */
function dayOf(day: string): { weekday: number; parts: readonly EvenPart[] } {
  const before = known.get(day);
  if (before) return before;
  const date = Temporal.PlainDate.from(day);
  const start = date.toZonedDateTime(WARSAW);
  const end = date.add({ days: 1 }).toZonedDateTime(WARSAW).epochMilliseconds;
  const change = start.getTimeZoneTransition('next')?.epochMilliseconds ?? end;
  const part = (from: number, to: number): EvenPart => ({
    from,
    to,
    midnight: date.toZonedDateTime('UTC').epochMilliseconds - inWarsaw(from).offsetNanoseconds / 1e6,
  });
  const starts = start.epochMilliseconds;
  const parts = change < end ? [part(starts, change), part(change, end)] : [part(starts, end)];
  const made = { weekday: date.dayOfWeek, parts };
  if (known.size > 1000) known.clear();
  known.set(day, made);
  return made;
}

/** When Warsaw's clock shows these hours on a day: an hour that DST skips is never, one that it repeats is twice. */
export function spansOf(day: string, hours: readonly Hours[]): Span[] {
  return dayOf(day).parts.flatMap(({ from, to, midnight }) =>
    hours.flatMap((window) => within([{ from: midnight + window.from * MINUTE, to: midnight + window.to * MINUTE }], from, to)),
  );
}

/** Warsaw's days that touch [from, to). */
export function daysIn(from: Instant, to: Instant): string[] {
  const days: string[] = [];
  let date = inWarsaw(from).toPlainDate();
  while (fromWarsaw(date.toPlainDateTime()).getTime() < Number(to)) {
    days.push(date.toString());
    date = date.add({ days: 1 });
  }
  return days;
}

/** Which day of the week a day is; 1 is Monday. */
export const weekdayOf = (day: string): number => dayOf(day).weekday;

/** The same time in ascending stretches that neither touch nor overlap. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.from >= span.to) continue;
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** What of the stretches lies within [from, to). */
export function within(spans: readonly Span[], from: Instant, to: Instant): Span[] {
  return spans.flatMap((span) => {
    const part = { from: Math.max(span.from, Number(from)), to: Math.min(span.to, Number(to)) };
    return part.from < part.to ? [part] : [];
  });
}

/** How many minutes of stretches that don't overlap lie within [from, to). */
export function minutesWithin(spans: readonly Span[], from: Instant, to: Instant): number {
  return within(spans, from, to).reduce((sum, span) => sum + (span.to - span.from) / MINUTE, 0);
}

/** The stretches without what is busy; `busy` may be in any order and overlap. */
export function subtract(spans: readonly Span[], busy: readonly Span[]): Span[] {
  let left = merge(spans);
  for (const taken of merge(busy)) left = [...within(left, -Infinity, taken.from), ...within(left, taken.to, Infinity)];
  return left;
}

/** The earliest stretch of exactly so many minutes within [from, to) that is free and not busy. */
export function firstGap(free: readonly Span[], busy: readonly Span[], minutes: number, from: Instant, to: Instant): Span | null {
  const length = minutes * MINUTE;
  const gap = within(subtract(free, busy), from, to).find((span) => span.to - span.from >= length);
  return gap ? { from: gap.from, to: gap.from + length } : null;
}

/** Hours of one day that end before they start, or that meet earlier ones of that day. */
export function checkHours(hours: readonly Hours[], pathOf: (at: number) => string): FieldError[] {
  return hours.flatMap(({ from, to }, at): FieldError[] => {
    if (from >= to) return [{ path: `${pathOf(at)}.to`, rule: 'hoursOrder' }];
    const meets = hours.slice(0, at).some((earlier) => earlier.from < earlier.to && earlier.from < to && from < earlier.to);
    return meets ? [{ path: `${pathOf(at)}.from`, rule: 'hoursOverlap' }] : [];
  });
}

/** What is wrong with a weekly pattern, by field (`weekly.2.to`). */
export function checkWeekly(weekly: readonly WeeklyHours[]): FieldError[] {
  const places = weekly.map(({ weekday }, at) => ({ weekday, at }));
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const own = places.filter((place) => place.weekday === weekday).map(({ at }) => at);
    const hours = weekly.filter((entry) => entry.weekday === weekday);
    return checkHours(hours, (at) => `weekly.${String(own[at])}`);
  });
}
