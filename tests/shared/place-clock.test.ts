import { hitBy, hoursOf, isHoliday, isOpenFor, nextOpening, openSpans, openUntil, type PlaceClock } from '@ww/shared/place/clock';
import type { Span } from '@ww/shared/spans';
import { fromWarsaw } from '@ww/shared/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenAll, isOpenIn, MINUTE, minutesOf, QUARTER, stretches, wallOf } from '../support/place-calendar.ts';
import { clockLike, clocksAround, everyWeek } from '../support/place-clocks.ts';

const DAY = 86_400_000;
const at = (wall: string) => fromWarsaw(wall).getTime();
const midnights = (day: string) => [at(`${day}T00:00`), at(`${Temporal.PlainDate.from(day).add({ days: 1 }).toString()}T00:00`)] as const;
/** Instants as UTC's clock, without the year. */
const told = (spans: readonly Span[]) =>
  spans.map(({ from, to }) => [from, to].map((instant) => new Date(instant).toISOString().slice(5, 16)).join(' '));
const week = (from: string, until: string | null, opens: number, closes: number) => ({
  ...{ from, until, weekly: everyWeek([1, 2, 3, 4, 5, 6, 7], opens, closes) },
});
const openOn = (clock: PlaceClock, day: string) => told(openSpans(clock, ...midnights(day)));

describe.each([
  ['2026-03-29', 23],
  ['2026-10-25', 25],
  ['2027-03-28', 23],
  ['2027-10-31', 25],
])('%s, a day of %i hours', (day, length) => {
  const [start, end] = midnights(day);
  const clockOf = (from: number, to: number) => clockLike({ weeks: [], days: [{ day, hours: [{ from, to }] }] });
  const after = Temporal.PlainDate.from(day).add({ days: 2 }).toString();
  const quarters = Array.from({ length: 96 }, (_, quarter) => quarter * 15);

  it('is as long as that', () => expect((end - start) / 3_600_000).toBe(length));

  it('has every window of whole quarters in just the minutes in which Warsaw’s clock shows it', () => {
    const shown = minutesOf(start, end).map((instant) => [instant, wallOf(instant).minute] as const);
    for (const from of quarters)
      for (const to of [...quarters, 1440].filter((each) => each > from)) {
        const spans = openSpans(clockOf(from, to), start - QUARTER, end + QUARTER);
        const wrong = shown.filter(
          ([instant, minute]) => (from <= minute && minute < to) !== spans.some((span) => span.from <= instant && instant < span.to),
        );
        if (wrong.length > 0 || spans.some((span) => span.from < start || end < span.to))
          expect.fail(`${String(from)}–${String(to)}: ${told(spans).join()}`);
      }
  });

  it('answers the same at every quarter: open until when, next open when, open for an hour', () => {
    for (const [from, to] of [
      [0, 150],
      [120, 180],
      [130, 175],
      [150, 240],
      [90, 1440],
      [0, 1440],
    ] as const) {
      const clock = clockOf(from, to);
      clock.days = [...clock.days, { day: after, hours: [{ from: 600, to: 660 }] }];
      const open = stretches(start, end + 2 * DAY, (minute) => isOpenIn(clock, minute));
      for (let instant = start - QUARTER; instant < end + QUARTER; instant += QUARTER) {
        const own = open.find((span) => span.from <= instant && instant < span.to);
        expect([instant, openUntil(clock, instant)]).toEqual([instant, own?.to ?? null]);
        expect([instant, nextOpening(clock, instant)]).toEqual([instant, open.find((span) => span.from > instant) ?? null]);
        const hour = [instant, instant + 4 * QUARTER] as const;
        expect([instant, isOpenFor(clock, ...hour)]).toEqual([instant, isOpenAll(clock, ...hour)]);
      }
    }
  });
});

describe('which hours count', () => {
  it('the week’s, on its weekdays', () => {
    expect(openOn(clockLike(), '2026-11-26')).toEqual(['11-26T11:00 11-26T19:00']);
    expect(openOn(clockLike(), '2026-11-28')).toEqual([]);
  });

  it('of two weeks the one that began later, in whichever order they are told, from its first to its last day', () => {
    const [usual, winter] = [week('2026-01-01', null, 9, 20), week('2026-11-24', '2026-11-26', 10, 14)];
    for (const weeks of [
      [usual, winter],
      [winter, usual],
    ]) {
      const on = (day: string) => openOn(clockLike({ weeks }), day);
      expect(on('2026-11-23')).toEqual(['11-23T08:00 11-23T19:00']);
      expect(on('2026-11-24')).toEqual(['11-24T09:00 11-24T13:00']);
      expect(on('2026-11-26')).toEqual(['11-26T09:00 11-26T13:00']);
      expect(on('2026-11-27')).toEqual(['11-27T08:00 11-27T19:00']);
    }
  });

  it('none before the first week and after the last one’s end; a week without hours is closed, not the one before', () => {
    const clock = clockLike({ weeks: [week('2026-11-24', '2026-11-30', 9, 20), { from: '2026-11-26', until: '2026-11-26', weekly: [] }] });
    expect(['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-30', '2026-12-01'].map((day) => openOn(clock, day).length)).toEqual([
      ...[0, 1, 0, 1, 0],
    ]);
  });

  it('not on a holiday, where the place keeps them', () => {
    const closed = clockLike({ weeks: [week('2026-01-01', null, 9, 20)] });
    for (const day of ['2026-11-11', '2026-12-24', '2026-12-25', '2027-03-29', '2027-05-27']) {
      expect([day, isHoliday(day), openOn(closed, day)]).toEqual([day, true, []]);
      expect(openOn({ ...closed, closedOnHolidays: false }, day)).toHaveLength(1);
    }
    expect(isHoliday('2026-11-26')).toBe(false);
  });

  it('of a day that differs, also on a holiday; a day without hours is closed', () => {
    const clock = clockLike({
      days: [
        { day: '2026-11-11', hours: [{ from: 600, to: 660 }] },
        { day: '2026-11-26', hours: [] },
      ],
    });
    expect(hoursOf(clock, '2026-11-11')).toEqual([{ from: 600, to: 660 }]);
    expect(openOn(clock, '2026-11-11')).toEqual(['11-11T09:00 11-11T10:00']);
    expect(openOn(clock, '2026-11-26')).toEqual([]);
  });

  it('without what is closed suddenly, also of a day that differs', () => {
    const closures = [
      { from: at('2026-11-26T15:00'), to: at('2026-11-26T16:00') },
      { from: fromWarsaw('2026-11-26T15:30'), to: fromWarsaw('2026-11-26T17:00') },
      { from: at('2026-11-27T19:00'), to: at('2026-12-01T13:00') },
    ];
    const clock = clockLike({ closures, days: [{ day: '2026-11-28', hours: [{ from: 600, to: 720 }] }] });
    expect(told(openSpans(clock, at('2026-11-26T00:00'), at('2026-12-02T00:00')))).toEqual([
      ...['11-26T11:00 11-26T14:00', '11-26T16:00 11-26T19:00', '11-27T11:00 11-27T18:00', '12-01T12:00 12-01T19:00'],
    ]);
  });
});

describe('open until, and open next', () => {
  const night = clockLike({
    weeks: [
      {
        ...{ from: '2026-01-01', until: null },
        weekly: [
          { weekday: 5, from: 18 * 60, to: 24 * 60 },
          { weekday: 6, from: 0, to: 2 * 60 },
        ],
      },
    ],
  });

  it('goes on over midnight as one stretch, which a booking may fill', () => {
    const [from, to] = [at('2026-11-27T18:00'), at('2026-11-28T02:00')];
    expect(openSpans(night, at('2026-11-27T00:00'), at('2026-11-29T00:00'))).toEqual([{ from, to }]);
    for (const wall of ['2026-11-27T18:00', '2026-11-27T23:59', '2026-11-28T00:00', '2026-11-28T01:59'])
      expect(openUntil(night, at(wall))).toBe(to);
    expect(isOpenFor(night, at('2026-11-27T22:00'), to)).toBe(true);
    expect(isOpenFor(night, at('2026-11-27T22:00'), to + MINUTE)).toBe(false);
  });

  it('does not begin anew at midnight', () => {
    const next = { from: at('2026-12-04T18:00'), to: at('2026-12-05T02:00') };
    expect(nextOpening(night, at('2026-11-27T18:00'))).toEqual(next);
    expect(nextOpening(night, at('2026-11-28T00:30'))).toEqual(next);
    expect(nextOpening(night, at('2026-11-27T17:59'))).toEqual({ from: at('2026-11-27T18:00'), to: at('2026-11-28T02:00') });
  });

  it('is null while it is closed, at the minute in which it closes too', () => {
    expect(openUntil(clockLike(), at('2026-11-26T11:59'))).toBeNull();
    expect(openUntil(clockLike(), at('2026-11-26T12:00'))).toBe(at('2026-11-26T20:00'));
    expect(openUntil(clockLike(), at('2026-11-26T20:00'))).toBeNull();
  });

  it('counts from when a closing ends, and looks over a holiday and a long pause', () => {
    const until = at('2026-11-27T14:00');
    const shut = clockLike({ closures: [{ from: at('2026-11-26T13:00'), to: until }] });
    expect(openUntil(shut, at('2026-11-26T12:30'))).toBe(at('2026-11-26T13:00'));
    expect(nextOpening(shut, at('2026-11-26T12:30'))).toEqual({ from: until, to: at('2026-11-27T20:00') });
    const pause = { from: '2026-12-20', until: '2027-09-30', weekly: [] };
    expect(nextOpening(clockLike({ weeks: [...clockLike().weeks, pause] }), at('2026-12-23T12:00'))?.from).toBe(at('2027-10-01T12:00'));
    expect(nextOpening(clockLike(), at('2026-12-23T20:00'))?.from).toBe(at('2026-12-29T12:00'));
  });

  it('is null where there is no opening in sight', () => {
    expect(nextOpening(clockLike({ weeks: [] }), at('2026-11-26T12:00'))).toBeNull();
    const ended = clockLike({ weeks: [{ from: '2020-01-01', until: '2026-11-26', weekly: everyWeek([4], 12, 20) }] });
    expect(nextOpening(ended, at('2026-11-26T12:00'))).toBeNull();
  });
});

describe('what a change of hours hits', () => {
  it('all that is not wholly inside; what ends as it closes, or begins as it opens, is not hit', () => {
    const visit = (from: string, to: string) => ({ startsAt: fromWarsaw(`2026-11-26T${from}`), endsAt: at(`2026-11-26T${to}`) });
    const [before, touching, across, inside, late] = [
      visit('12:00', '14:00'),
      visit('14:00', '15:00'),
      visit('14:30', '15:15'),
      visit('15:15', '16:00'),
      visit('17:00', '18:00'),
    ] as const;
    const clock = clockLike({ closures: [{ from: at('2026-11-26T15:00'), to: at('2026-11-26T17:00') }] });
    expect(hitBy(clock, [before, touching, across, inside, late])).toEqual([across, inside]);
  });
});

describe.each(['2026-11-11', '2026-12-25', '2026-03-29', '2026-10-25', '2027-03-28'])('counted minute by minute around %s', (day) => {
  const start = at(`${day}T00:00`);
  const minute = fc.integer({ min: -1500, max: 3000 }).map((minutes) => start + minutes * MINUTE);

  it('is the same', () => {
    fc.assert(
      fc.property(clocksAround(day), minute, fc.integer({ min: 1, max: 3000 }), (clock, from, length) => {
        const to = from + length * MINUTE;
        expect(openSpans(clock, from, to)).toEqual(stretches(from, to, (instant) => isOpenIn(clock, instant)));
        expect(isOpenFor(clock, from, to)).toBe(isOpenAll(clock, from, to));
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it('says until when it is open, and when next', () => {
    fc.assert(
      fc.property(clocksAround(day), minute, (clock, now) => {
        const ahead = stretches(now - MINUTE, now + 3 * DAY, (instant) => isOpenIn(clock, instant));
        const own = ahead.find((span) => span.from <= now && now < span.to);
        // a stretch that goes on for days is told for two of them
        expect(openUntil(clock, now)).toBe(own ? Math.min(own.to, now + 2 * DAY) : null);
        const next = ahead.find((span) => span.from > now);
        const found = nextOpening(clock, now);
        if (next) expect(found?.from).toBe(next.from);
        if (next && next.to < now + 3 * DAY && next.to - next.from <= DAY) expect(found).toEqual(next);
        if (!next && found) expect(found.from).toBeGreaterThanOrEqual(now + 3 * DAY);
        if (found) expect(isOpenAll(clock, found.from, found.to)).toBe(true);
      }),
      { seed: 20261123, numRuns: 40 },
    );
  });
});
