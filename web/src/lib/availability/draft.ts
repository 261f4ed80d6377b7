import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import { checkWeekly } from '@ww/shared/spans';
import { checkExceptions } from '@ww/shared/volunteer/availability';
import { SetAvailability } from '@ww/shared/volunteer/input';
import type { Availability } from './documents.ts';
import { type HoursDraft, meant, typed } from './hours-draft.ts';

/** The week and the days that differ as they are typed, in the order of the API's lists: errors name a place in them. */
export interface Draft {
  weekly: (HoursDraft & { weekday: number })[];
  exceptions: { day: string; hours: HoursDraft[] }[];
}

export const draftOf = ({ weekly, exceptions }: Pick<Availability, 'weekly' | 'exceptions'>): Draft => ({
  weekly: weekly.map(({ weekday, ...hours }) => ({ weekday, ...typed(hours) })),
  exceptions: exceptions.map(({ day, hours }) => ({ day, hours: hours.map(typed) })),
});

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
