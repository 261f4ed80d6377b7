import { check } from '@ww/shared/field-errors';
import type { FieldError } from '@ww/shared/error-codes';
import { newId } from '@ww/shared/id';
import { SetHours, SetOpeningDay } from '@ww/shared/place/input';
import { checkHours, checkWeekly, type WeeklyHours } from '@ww/shared/spans';
import { type HoursDraft, meant, timeOf } from '#lib/availability/hours-draft.ts';

export interface WeekValues {
  from: string;
  until: string;
  weekly: (HoursDraft & { weekday: number })[];
}
/** Of a list in the order of its first days. */
interface Week {
  from: string;
  until: string | null;
  weekly: readonly WeeklyHours[];
}

/** The week that counts on a day: of two that hold the later one. */
export const weekOn = <W extends Week>({ weeks }: { weeks: readonly W[] }, day: string): W | undefined =>
  weeks.findLast(({ from, until }) => from <= day && (until === null || day <= until));

/** What is typed begins with the hours that hold now, from tomorrow on. */
export const weekValues = (week: Week | undefined, from: string): WeekValues => ({
  ...{ from, until: '' },
  weekly: (week?.weekly ?? []).map(({ weekday, ...hours }) => ({ weekday, from: timeOf(hours.from), to: timeOf(hours.to) })),
});

export const weekInput = (placeId: string, { from, until, weekly }: WeekValues) => ({
  ...{ placeId, from, until: until === '' ? null : until },
  weekly: weekly.map((hours) => ({ weekday: hours.weekday, ...meant(hours) })),
});

const onePerField = (errors: readonly FieldError[]) =>
  errors.filter(({ path }, at) => errors.findIndex((error) => error.path === path) === at);

export function checkWeek(values: WeekValues): readonly FieldError[] {
  const input = weekInput(newId(), values);
  const checked = check(SetHours, { key: newId(), id: newId(), ...input });
  const order: FieldError[] = input.until !== null && input.until < input.from ? [{ path: 'until', rule: 'daysOrder' }] : [];
  return onePerField([...(checked.ok ? [] : checked.errors), ...order, ...checkWeekly(input.weekly)]);
}

export interface DayValues {
  day: string;
  hours: HoursDraft[];
}

export const dayInput = (id: string, { day, hours }: DayValues) => ({ id, day, hours: hours.map(meant) });

export function checkDay(values: DayValues): readonly FieldError[] {
  const input = dayInput(newId(), values);
  const checked = check(SetOpeningDay, { key: newId(), ...input });
  return onePerField([...(checked.ok ? [] : checked.errors), ...checkHours(input.hours, (at) => `hours.${String(at)}`)]);
}
