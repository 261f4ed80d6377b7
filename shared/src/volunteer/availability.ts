import type { FieldError } from '../error-codes.ts';
import { fromWarsaw, inWarsaw, WARSAW } from '../time.ts';

/** Hours on one weekday (1 is Monday), in minutes of Warsaw's wall clock from midnight; the end is not included. */
export interface WeeklyHours {
  weekday: number;
  from: number;
  to: number;
}

/** Hours on one day (`2026-11-26`) in place of the weekly ones; none: not at all. */
export interface ExceptionDay {
  day: string;
  hours: readonly { from: number; to: number }[];
}

/** Days away, both included. */
export interface Absence {
  from: string;
  to: string;
}

export interface Availability {
  weekly: readonly WeeklyHours[];
  exceptions: readonly ExceptionDay[];
  absences: readonly Absence[];
  /** On duty from now until then. */
  dutyUntil: Date | null;
}

/** A stretch of time, in milliseconds since the epoch; the end is not included. */
export interface Span {
  from: number;
  to: number;
}

type Instant = Date | number;
type Hours = Pick<WeeklyHours, 'from' | 'to'>;
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

/** When somebody can help within [from, to): an absence beats all but being on duty, the hours of an exception replace the weekly ones. */
export function availableSpans(availability: Availability, from: Date, to: Date, now: Date): Span[] {
  const { weekly, exceptions, absences, dutyUntil } = availability;
  const planned = daysIn(from, to).flatMap((day) => {
    if (absences.some((absence) => absence.from <= day && day <= absence.to)) return [];
    const instead = exceptions.filter((exception) => exception.day === day);
    const { weekday } = dayOf(day);
    return spansOf(day, instead.length > 0 ? instead.flatMap(({ hours }) => hours) : weekly.filter((hours) => hours.weekday === weekday));
  });
  const duty = dutyUntil ? [{ from: now.getTime(), to: dutyUntil.getTime() }] : [];
  return within(merge([...planned, ...duty]), from, to);
}

/** The same time in ascending stretches that neither touch nor overlap. */
function merge(spans: readonly Span[]): Span[] {
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
function within(spans: readonly Span[], from: Instant, to: Instant): Span[] {
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
function checkHours(hours: readonly Hours[], pathOf: (at: number) => string): FieldError[] {
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

/** What is wrong with days that differ (`exceptions.0.hours.1.from`); a day is named once. */
export function checkExceptions(exceptions: readonly ExceptionDay[]): FieldError[] {
  return exceptions.flatMap(({ day, hours }, at): FieldError[] => {
    if (exceptions.findIndex((earlier) => earlier.day === day) < at)
      return [{ path: `exceptions.${String(at)}.day`, rule: 'hoursOverlap' }];
    return checkHours(hours, (hour) => `exceptions.${String(at)}.hours.${String(hour)}`);
  });
}

/** The longest absence, in days; a volunteer who is away for longer has stopped. */
export const LONGEST_ABSENCE_DAYS = 366;

/** What is wrong with days away; `today` is Warsaw's. One that began already may be told. */
export function checkAbsence({ from, to }: Absence, today: string): FieldError[] {
  if (to < from) return [{ path: 'to', rule: 'absenceOrder' }];
  if (to < today) return [{ path: 'to', rule: 'absenceInPast' }];
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1;
  return days > LONGEST_ABSENCE_DAYS ? [{ path: 'to', rule: 'absenceTooLong', limit: LONGEST_ABSENCE_DAYS }] : [];
}
