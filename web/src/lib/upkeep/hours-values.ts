import { check } from '@ww/shared/field-errors';
import type { FieldError } from '@ww/shared/error-codes';
import { newId } from '@ww/shared/id';
import { SetHours, SetOpeningDay } from '@ww/shared/place/input';
import { checkHours, checkWeekly } from '@ww/shared/spans';
import { type HoursDraft, meant, timeOf } from '#lib/availability/draft.ts';
import { weekdayName, weekWords } from '#lib/availability/words.ts';
import type { Place } from '#lib/place/documents.ts';

export interface WeekValues {
  from: string;
  until: string;
  weekly: (HoursDraft & { weekday: number })[];
}
type Week = Place['weeks'][number];

/** The week that counts on a day: of two that hold the later one. */
export const weekOn = ({ weeks }: Place, day: string): Week | undefined =>
  weeks.findLast(({ from, until }) => from <= day && (until === null || day <= until));

/** The hours of a week, days that are alike together: `wtorek–piątek 12:00–20:00`; nothing for a week without any. */
export function weekLine(weekly: Week['weekly']): string {
  const groups: { first: number; last: number; words: string }[] = [];
  for (const { weekday, words } of weekWords([...weekly])) {
    const before = groups.at(-1);
    if (before?.words === words && before.last === weekday - 1) before.last = weekday;
    else groups.push({ first: weekday, last: weekday, words });
  }
  const days = ({ first, last }: { first: number; last: number }) =>
    [...new Set([first, last])]
      .map((weekday) => weekdayName(weekday as Parameters<typeof weekdayName>[0]))
      .join(last - first > 1 ? '–' : ', ');
  return groups.map((group) => `${days(group)} ${group.words}`).join('; ');
}

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
