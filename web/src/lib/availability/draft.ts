import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import { checkWeekly } from '@ww/shared/spans';
import { checkExceptions } from '@ww/shared/volunteer/availability';
import { SetAvailability } from '@ww/shared/volunteer/input';
import type { Availability } from './documents.ts';

/** Hours as they are typed, `09:00`; midnight as an end is the end of the day. */
export interface HoursDraft {
  from: string;
  to: string;
}

/** The week and the days that differ as they are typed, in the order of the API's lists: errors name a place in them. */
export interface Draft {
  weekly: (HoursDraft & { weekday: number })[];
  exceptions: { day: string; hours: HoursDraft[] }[];
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** Minutes of a day. */
export const DAY = 1440;

/** Minutes from midnight as a clock shows them, `9:05` as `09:05`. */
export function timeOf(minute: number): string {
  const within = minute % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** What was typed as minutes from midnight; null for nothing. */
export function minuteOf(typed: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(typed) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

const typed = ({ from, to }: { from: number; to: number }): HoursDraft => ({ from: timeOf(from), to: timeOf(to) });

export const draftOf = ({ weekly, exceptions }: Pick<Availability, 'weekly' | 'exceptions'>): Draft => ({
  weekly: weekly.map(({ weekday, ...hours }) => ({ weekday, ...typed(hours) })),
  exceptions: exceptions.map(({ day, hours }) => ({ day, hours: hours.map(typed) })),
});

/** Minutes as they are meant: midnight as an end is the end of the day; what is not typed yet is not a number, and is told as missing. */
export const meant = ({ from, to }: HoursDraft) => ({ from: minuteOf(from) ?? NaN, to: minuteOf(to) === 0 ? DAY : (minuteOf(to) ?? NaN) });

export const inputOf = ({ weekly, exceptions }: Draft) => ({
  weekly: weekly.map((hours) => ({ weekday: hours.weekday, ...meant(hours) })),
  exceptions: exceptions.map(({ day, hours }) => ({ day, hours: hours.map(meant) })),
});

/** The local check, the same that the server makes; one error for each field. */
export function checkDraft(draft: Draft): readonly FieldError[] {
  const input = inputOf(draft);
  const id = newId();
  const checked = check(SetAvailability, { key: id, id, version: 1, ...input });
  const errors = [...(checked.ok ? [] : checked.errors), ...checkWeekly(input.weekly), ...checkExceptions(input.exceptions)];
  return errors.filter(({ path }, at) => errors.findIndex((error) => error.path === path) === at);
}

/** Whether anything is typed that is not saved. */
export const differs = (draft: Draft, saved: Availability): boolean => JSON.stringify(draft) !== JSON.stringify(draftOf(saved));
