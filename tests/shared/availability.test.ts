import { checkWeekly, firstGap, minutesWithin, subtract, type Span } from '@ww/shared/spans';
import { availableSpans, checkAbsence, checkExceptions, type Availability } from '@ww/shared/volunteer/availability';
import { fromWarsaw, inWarsaw } from '@ww/shared/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const MINUTE = 60_000;
const NEVER: Availability = { weekly: [], exceptions: [], absences: [], dutyUntil: null };
const at = (wall: string) => fromWarsaw(wall);
const span = (from: Date, to: Date): Span => ({ from: from.getTime(), to: to.getTime() });
const clock = (hours: number, minutes = 0) => hours * 60 + minutes;
/** The instants of the spans, as UTC's clock. */
const told = (spans: readonly Span[]) =>
  spans.map(({ from, to }) => [from, to].map((instant) => new Date(instant).toISOString().slice(5, 16)).join(' '));
const everyDay = (from: number, to: number) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }));

/** Thursday 26 November, whole. */
const [START, END] = [at('2026-11-26T00:00'), at('2026-11-27T00:00')];
const NOW = at('2026-11-26T12:00');

describe('when somebody can help', () => {
  it('is the hours of that weekday', () => {
    const weekly = [
      { weekday: 4, from: clock(17), to: clock(19) },
      { weekday: 4, from: clock(9), to: clock(12) },
      { weekday: 5, from: clock(8), to: clock(20) },
    ];
    expect(told(availableSpans({ ...NEVER, weekly }, START, END, NOW))).toEqual(['11-26T08:00 11-26T11:00', '11-26T16:00 11-26T18:00']);
  });

  it('is what an exception says of that day, and nothing where it says so', () => {
    const weekly = everyDay(clock(9), clock(12));
    const other = [{ day: '2026-11-26', hours: [{ from: clock(20), to: clock(24) }] }];
    expect(told(availableSpans({ ...NEVER, weekly, exceptions: other }, START, END, NOW))).toEqual(['11-26T19:00 11-26T23:00']);
    const none = [{ day: '2026-11-26', hours: [] }];
    expect(availableSpans({ ...NEVER, weekly, exceptions: none }, START, END, NOW)).toEqual([]);
  });

  it('is never during an absence, whose last day counts, unless on duty', () => {
    const away: Availability = {
      ...NEVER,
      weekly: everyDay(clock(9), clock(12)),
      exceptions: [{ day: '2026-11-26', hours: [{ from: clock(20), to: clock(21) }] }],
      absences: [{ from: '2026-11-20', to: '2026-11-26' }],
    };
    expect(told(availableSpans(away, START, at('2026-11-28T00:00'), NOW))).toEqual(['11-27T08:00 11-27T11:00']);
    const duty = { ...away, dutyUntil: at('2026-11-26T14:00') };
    expect(told(availableSpans(duty, START, END, NOW))).toEqual(['11-26T11:00 11-26T13:00']);
  });

  it('joins duty with the hours that it touches, and a duty that ended adds nothing', () => {
    const weekly = everyDay(clock(14), clock(16));
    const until = (wall: string) => availableSpans({ ...NEVER, weekly, dutyUntil: at(wall) }, START, END, NOW);
    expect(told(until('2026-11-26T14:00'))).toEqual(['11-26T11:00 11-26T15:00']);
    expect(told(until('2026-11-26T12:00'))).toEqual(['11-26T13:00 11-26T15:00']);
    expect(told(until('2026-11-27T02:00'))).toEqual(['11-26T11:00 11-26T23:00']);
  });

  it('joins hours that go on past midnight', () => {
    expect(told(availableSpans({ ...NEVER, weekly: everyDay(0, clock(24)) }, START, at('2026-11-29T00:00'), NOW))).toEqual([
      '11-25T23:00 11-28T23:00',
    ]);
  });
});

describe('the nights on which the clock changes', () => {
  const night = (day: string, from: number, to: number) => {
    const start = at(`${day}T00:00`);
    const end = new Date(start.getTime() + 30 * 3_600_000);
    return availableSpans({ ...NEVER, exceptions: [{ day, hours: [{ from, to }] }] }, start, end, start);
  };

  it.each([
    ['02:00–04:00 without the hour that spring skips', '2026-03-29', clock(2), clock(4), ['03-29T01:00 03-29T02:00']],
    ['nothing within that hour', '2026-03-29', clock(2, 10), clock(2, 50), []],
    ['the rest of hours that begin in it', '2026-03-29', clock(2, 30), clock(4), ['03-29T01:00 03-29T02:00']],
    ['hours of 23', '2026-03-29', 0, clock(24), ['03-28T23:00 03-29T22:00']],
    ['02:00–04:00 with the hour that autumn repeats', '2026-10-25', clock(2), clock(4), ['10-25T00:00 10-25T03:00']],
    ['a half-hour in it twice', '2026-10-25', clock(2, 15), clock(2, 45), ['10-25T00:15 10-25T00:45', '10-25T01:15 10-25T01:45']],
    ['hours of 25', '2026-10-25', 0, clock(24), ['10-24T22:00 10-25T23:00']],
    ['the evening of the spring day', '2026-03-29', clock(18), clock(20), ['03-29T16:00 03-29T18:00']],
    ['the evening of the autumn day', '2026-10-25', clock(18), clock(20), ['10-25T17:00 10-25T19:00']],
  ])('%s', (_what, day, from, to, expected) => {
    expect(told(night(day, from, to))).toEqual(expected);
  });
});

const hours = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 600 })).map(([from, length]) => ({
  from,
  to: Math.min(from + length, 1440),
}));
const offset = fc.integer({ min: -2, max: 4 });

/** Availability around a day, with every kind of entry crowded into the same week. */
const around = (day: string) => {
  const dayOf = (days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
  const minute = fc.integer({ min: -1500, max: 4000 }).map((minutes) => new Date(at(`${day}T00:00`).getTime() + minutes * MINUTE));
  return fc.record({
    availability: fc.record({
      weekly: fc.array(
        fc.tuple(fc.integer({ min: 1, max: 7 }), hours).map(([weekday, rest]) => ({ weekday, ...rest })),
        { maxLength: 10 },
      ),
      exceptions: fc.uniqueArray(fc.record({ day: offset.map(dayOf), hours: fc.array(hours, { maxLength: 3 }) }), {
        maxLength: 3,
        selector: (exception) => exception.day,
      }),
      absences: fc.array(
        fc.tuple(offset, fc.integer({ min: 0, max: 2 })).map(([from, more]) => ({ from: dayOf(from), to: dayOf(from + more) })),
        { maxLength: 2 },
      ),
      dutyUntil: fc.option(minute),
    }),
    now: minute,
    from: minute,
    length: fc.integer({ min: 1, max: 4000 }),
  });
};

/** Asked of one minute alone. */
function isAvailable({ weekly, exceptions, absences, dutyUntil }: Availability, instant: number, now: Date): boolean {
  if (dutyUntil && now.getTime() <= instant && instant < dutyUntil.getTime()) return true;
  const wall = inWarsaw(instant);
  const day = wall.toPlainDate().toString();
  if (absences.some(({ from, to }) => from <= day && day <= to)) return false;
  const exception = exceptions.find((entry) => entry.day === day);
  const minute = wall.hour * 60 + wall.minute;
  return (exception?.hours ?? weekly.filter(({ weekday }) => weekday === wall.dayOfWeek)).some(
    ({ from, to }) => from <= minute && minute < to,
  );
}

const minutesOf = (from: Date, length: number) => Array.from({ length }, (_, index) => from.getTime() + index * MINUTE);
const holds = (spans: readonly Span[], instant: number) => spans.some(({ from, to }) => from <= instant && instant < to);

describe.each(['2026-11-26', '2026-03-29', '2026-10-25'])('counted minute by minute around %s', (day) => {
  it('is the same', () => {
    fc.assert(
      fc.property(around(day), ({ availability, now, from, length }) => {
        const to = new Date(from.getTime() + length * MINUTE);
        const spans = availableSpans(availability, from, to, now);
        const expected = minutesOf(from, length).filter((instant) => isAvailable(availability, instant, now));
        expect(minutesOf(from, length).filter((instant) => holds(spans, instant))).toEqual(expected);
        expect(minutesWithin(spans, from, to)).toBe(expected.length);
        for (const [index, { from: start, to: end }] of spans.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThan(spans[index - 1]?.to ?? from.getTime() - 1);
        }
        expect(spans.at(-1)?.to ?? 0).toBeLessThanOrEqual(to.getTime());
      }),
      { seed: 20261126, numRuns: 60 },
    );
  });
});

describe('what is left of free time', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 }))
    .map(([from, length]) => ({ from: from * MINUTE, to: (from + length) * MINUTE }));
  const stretches = fc.array(stretch, { maxLength: 6 });
  const minutes = Array.from({ length: 260 }, (_, minute) => minute * MINUTE);

  it('is each minute that is free and not busy', () => {
    fc.assert(
      fc.property(stretches, stretches, (free, busy) => {
        const left = subtract(free, busy);
        expect(minutes.filter((instant) => holds(left, instant))).toEqual(
          minutes.filter((instant) => holds(free, instant) && !holds(busy, instant)),
        );
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('holds the earliest gap, which is exactly as long as asked', () => {
    fc.assert(
      fc.property(stretches, stretches, fc.integer({ min: 1, max: 45 }), stretch, (free, busy, length, { from, to }) => {
        const fits = (start: number) =>
          start >= from &&
          start + length * MINUTE <= to &&
          minutesOf(new Date(start), length).every((instant) => holds(free, instant) && !holds(busy, instant));
        const first = minutes.find(fits);
        expect(firstGap(free, busy, length, from, to)).toEqual(first === undefined ? null : { from: first, to: first + length * MINUTE });
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('takes instants as dates too', () => {
    const free = [span(START, END)];
    expect(firstGap(free, [span(START, NOW)], 60, START, END)).toEqual(span(NOW, at('2026-11-26T13:00')));
    expect(minutesWithin(free, NOW, END)).toBe(720);
  });
});

describe('what a form may contain', () => {
  it('of weekly hours: each ends after its start, and none overlaps another of the same day', () => {
    const entry = (weekday: number, from: number, to: number) => ({ weekday, from, to });
    expect(checkWeekly([entry(1, 540, 720), entry(1, 720, 800), entry(2, 540, 720)])).toEqual([]);
    expect(checkWeekly([entry(1, 540, 720), entry(2, 600, 660), entry(2, 720, 720), entry(1, 700, 800)])).toEqual([
      { path: 'weekly.3.from', rule: 'hoursOverlap' },
      { path: 'weekly.2.to', rule: 'hoursOrder' },
    ]);
  });

  it('of days that differ: the same, and each day once', () => {
    const day = (date: string, ...windows: [number, number][]) => ({ day: date, hours: windows.map(([from, to]) => ({ from, to })) });
    expect(checkExceptions([day('2026-11-26'), day('2026-11-27', [540, 600], [600, 700])])).toEqual([]);
    expect(checkExceptions([day('2026-11-26', [540, 600], [599, 700]), day('2026-11-26', [0, 1]), day('2026-11-28', [9, 8])])).toEqual([
      { path: 'exceptions.0.hours.1.from', rule: 'hoursOverlap' },
      { path: 'exceptions.1.day', rule: 'hoursOverlap' },
      { path: 'exceptions.2.hours.0.to', rule: 'hoursOrder' },
    ]);
  });

  it.each([
    ['of one day, today', '2026-11-26', '2026-11-26', []],
    ['that began already', '2026-11-01', '2026-11-27', []],
    ['as long as may be', '2026-11-26', '2027-11-26', []],
    ['a day longer', '2026-11-26', '2027-11-27', [{ path: 'to', rule: 'absenceTooLong', limit: 366 }]],
    ['that ends before it starts', '2026-11-28', '2026-11-27', [{ path: 'to', rule: 'absenceOrder' }]],
    ['that is over', '2026-11-20', '2026-11-25', [{ path: 'to', rule: 'absenceInPast' }]],
  ])('an absence %s', (_what, from, to, errors) => {
    expect(checkAbsence({ from, to }, '2026-11-26')).toEqual(errors);
  });
});
