import type { PlaceClock } from '@ww/shared/place/clock';
import type { Hours, WeeklyHours } from '@ww/shared/spans';
import { fromWarsaw } from '@ww/shared/time';
import fc from 'fast-check';
import { MINUTE } from './place-calendar.ts';

/** Open on these weekdays between two hours of the day. */
export const everyWeek = (weekdays: readonly number[], from: number, to: number): WeeklyHours[] =>
  weekdays.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }));

/** Open Tuesday to Friday from 12:00 to 20:00, since long ago; override what the test is about. */
export const clockLike = (over: Partial<PlaceClock> = {}): PlaceClock => ({
  ...{ weeks: [{ from: '2020-01-01', until: null, weekly: everyWeek([2, 3, 4, 5], 12, 20) }], days: [], closures: [] },
  ...{ closedOnHolidays: true, ...over },
});

const hours = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 60 })).map(([from, length]): Hours => {
    return { from: from * 15, to: Math.min((from + length) * 15, 1440) };
  }),
  fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 900 })).map(([from, length]): Hours => {
    return { from, to: Math.min(from + length, 1440) };
  }),
  fc.constant({ from: 0, to: 1440 }),
);

/** A place's clock with every kind of entry crowded around one day. */
export function clocksAround(day: string): fc.Arbitrary<PlaceClock> {
  const dayAfter = (days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
  const start = fromWarsaw(`${day}T00:00`).getTime();
  const minute = fc.integer({ min: -2000, max: 4000 }).map((minutes) => start + minutes * MINUTE);
  const weekly = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), hours).map(([weekday, rest]) => ({ weekday, ...rest })),
    { maxLength: 10 },
  );
  const week = fc.record({
    from: fc.integer({ min: -10, max: 3 }).map(dayAfter),
    until: fc.option(fc.integer({ min: -2, max: 4 }).map(dayAfter)),
    weekly,
  });
  return fc.record({
    weeks: fc.uniqueArray(week, { maxLength: 3, selector: ({ from }) => from }),
    days: fc.uniqueArray(fc.record({ day: fc.integer({ min: -2, max: 3 }).map(dayAfter), hours: fc.array(hours, { maxLength: 3 }) }), {
      maxLength: 3,
      selector: (instead) => instead.day,
    }),
    closures: fc.array(
      fc.tuple(minute, fc.integer({ min: 1, max: 900 })).map(([from, length]) => ({ from, to: from + length * MINUTE })),
      { maxLength: 3 },
    ),
    closedOnHolidays: fc.boolean(),
  });
}
