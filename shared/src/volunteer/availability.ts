import type { FieldError } from '../error-codes.ts';
import { checkHours, daysIn, type Hours, merge, type Span, spansOf, weekdayOf, type WeeklyHours, within } from '../spans.ts';

/** Hours on one day (`2026-11-26`) in place of the weekly ones; none: not at all. */
export interface ExceptionDay {
  day: string;
  hours: readonly Hours[];
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

/** When somebody can help within [from, to): an absence beats all but being on duty, the hours of an exception replace the weekly ones. */
export function availableSpans(availability: Availability, from: Date, to: Date, now: Date): Span[] {
  const { weekly, exceptions, absences, dutyUntil } = availability;
  const planned = daysIn(from, to).flatMap((day) => {
    if (absences.some((absence) => absence.from <= day && day <= absence.to)) return [];
    const instead = exceptions.filter((exception) => exception.day === day);
    const weekday = weekdayOf(day);
    return spansOf(day, instead.length > 0 ? instead.flatMap(({ hours }) => hours) : weekly.filter((hours) => hours.weekday === weekday));
  });
  const duty = dutyUntil ? [{ from: now.getTime(), to: dutyUntil.getTime() }] : [];
  return within(merge([...planned, ...duty]), from, to);
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
