import {
  alternatives,
  bookableUntil,
  brokenRules,
  freeStarts,
  heldSpan,
  isFree,
  suits,
  type PlaceFacts,
  type Wish,
} from '@ww/shared/place/booking';
import { fromWarsaw } from '@ww/shared/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, QUARTER } from '../support/place-calendar.ts';
import { clockLike } from '../support/place-clocks.ts';
import { couldHave, factsLike, large, roomLike, small, wishesAround } from '../support/place-facts.ts';

const at = (wall: string) => fromWarsaw(wall).getTime();
/** Friday 27 November, for ten in the large room; override what the test is about. */
const wishOf = (from: string, to: string, over: Partial<Wish> = {}): Wish => ({
  ...{ roomId: 'large', startsAt: fromWarsaw(`2026-11-${from}`), endsAt: fromWarsaw(`2026-11-${to}`), people: 10 },
  ...over,
});
const rulesOf = (from: string, to: string, over: Partial<Wish> = {}, facts: Partial<PlaceFacts> = {}, ofMonth = 0) =>
  brokenRules(factsLike(facts), wishOf(from, to, over), ofMonth).map(({ path, rule, limit }) =>
    [path, rule, ...(limit === undefined ? [] : [limit])].join(' '),
  );
const hold = (from: string, to: string, roomId = 'large') => ({ roomId, from: at(`2026-11-${from}`), to: at(`2026-11-${to}`) });
/** Rooms and Warsaw's times of what is proposed. */
const told = (facts: PlaceFacts, wish: Wish) =>
  alternatives(facts, wish).map(({ roomId, from, to }) => {
    const wall = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/Warsaw').toPlainDateTime();
    return `${roomId} ${wall(from).toString().slice(5, 16)}–${wall(to).toPlainTime().toString().slice(0, 5)}`;
  });

describe('rules of a place', () => {
  it.each<[string, string, string, string[]]>([
    ['what fits breaks none', '27T14:00', '27T16:00', []],
    ['the whole day of opening', '27T16:00', '27T20:00', []],
    ['one that begins off the quarter', '27T14:05', '27T16:00', ['startsAt quarter']],
    ['one that ends off the quarter', '27T14:00', '27T15:50', ['endsAt quarter']],
    ['one that begins now', '26T12:00', '26T13:00', ['startsAt startInPast']],
    ['one that ends before it starts', '27T14:00', '27T13:00', ['endsAt hoursOrder']],
    ['one of no length', '27T14:00', '27T14:00', ['endsAt hoursOrder']],
    ['one too short', '27T14:00', '27T14:15', ['endsAt bookingTooShort 30']],
    ['one too long', '27T12:00', '27T16:15', ['endsAt bookingTooLong 240']],
    ['one before the opening', '27T11:45', '27T13:00', ['startsAt placeClosed']],
    ['one after the closing', '27T19:00', '27T20:15', ['startsAt placeClosed']],
    ['one on a closed day', '28T14:00', '28T16:00', ['startsAt placeClosed']],
    ['both ends wrong at once', '26T11:00', '26T10:00', ['startsAt startInPast', 'endsAt hoursOrder']],
  ])('%s', (_what, from, to, expected) => {
    expect(rulesOf(from, to)).toEqual(expected);
  });

  it('counts days ahead by Warsaw’s days: the whole of the last one is in', () => {
    const limits = { ...factsLike().limits, daysAhead: 7 };
    const clock = clockLike({ weeks: [], days: ['2026-12-03', '2026-12-04'].map((day) => ({ day, hours: [{ from: 0, to: 1440 }] })) });
    const facts = factsLike({ limits, clock });
    const rules = (from: string, to: string) =>
      brokenRules(facts, wishOf('27T14:00', '27T16:00', { startsAt: at(from), endsAt: at(to) }), 0).map(({ rule }) => rule);
    expect(bookableUntil(limits, facts.now)).toEqual(fromWarsaw('2026-12-04T00:00'));
    expect(rules('2026-12-03T22:00', '2026-12-04T00:00')).toEqual([]);
    expect(rules('2026-12-03T22:15', '2026-12-04T00:15')).toEqual(['tooFarAhead']);
    expect(rules('2026-12-04T22:00', '2026-12-04T23:00')).toEqual(['tooFarAhead']);
  });

  it('is told of people and of the month beside what the time breaks', () => {
    expect(rulesOf('27T14:00', '27T16:00', { people: 30 })).toEqual([]);
    expect(rulesOf('27T14:00', '27T16:00', { people: 31 })).toEqual(['people tooManyPeople 30']);
    expect(rulesOf('27T14:00', '27T16:00', {}, {}, 3)).toEqual([]);
    expect(rulesOf('27T14:00', '27T16:00', {}, {}, 4)).toEqual(['startsAt monthLimit 4']);
    expect(rulesOf('28T14:00', '28T16:00', { people: 31 }, {}, 4)).toEqual([
      ...['startsAt placeClosed', 'people tooManyPeople 30', 'startsAt monthLimit 4'],
    ]);
  });

  it('keeps a room from setup to cleaning, so that two may touch with both between them', () => {
    expect(heldSpan(large, at('2026-11-27T14:00'), at('2026-11-27T16:00'))).toEqual({
      ...{ from: at('2026-11-27T13:45'), to: at('2026-11-27T16:15') },
    });
    const holds = [hold('27T13:45', '27T16:15')];
    const free = (from: string, to: string, room = large) => isFree(room, at(`2026-11-${from}`), at(`2026-11-${to}`), holds);
    expect([free('27T12:00', '27T13:30'), free('27T12:00', '27T13:45')]).toEqual([true, false]);
    expect([free('27T16:30', '27T18:00'), free('27T16:15', '27T18:00')]).toEqual([true, false]);
    expect(free('27T14:00', '27T16:00', small)).toBe(true);
  });

  it('asks for size, equipment and a way in without steps', () => {
    expect([suits(large, 30), suits(large, 31), suits(small, 12)]).toEqual([true, false, true]);
    expect([suits(large, 5, ['PROJECTOR']), suits(large, 5, ['PROJECTOR', 'PIANO']), suits(small, 5, ['PROJECTOR'])]).toEqual([
      ...[true, false, false],
    ]);
    expect([suits(large, 5, [], true), suits(small, 5, [], true)]).toEqual([true, false]);
  });
});

describe('what could be had instead', () => {
  it('is another room at the same time, then the nearest times in the same room', () => {
    const facts = factsLike({ holds: [hold('27T13:45', '27T16:15')] });
    expect(told(facts, wishOf('27T14:00', '27T16:00'))).toEqual([
      ...['small 11-27T14:00–16:00', 'large 11-27T16:30–18:30', 'large 11-26T18:00–20:00', 'large 12-01T12:00–14:00'],
    ]);
  });

  it('is a room that is large enough, closest in size first', () => {
    const rooms = [large, small, roomLike({ id: 'hall', capacity: 100 }), roomLike({ id: 'nook', capacity: 4 })];
    const holds = [hold('27T13:45', '27T16:15')];
    const names = told(factsLike({ rooms, holds }), wishOf('27T14:00', '27T16:00')).map((line) => line.split(' ')[0]);
    expect(names).toEqual(['small', 'hall', 'large', 'large', 'large']);
    expect(told(factsLike({ rooms: [large, small] }), wishOf('27T14:00', '27T16:00', { roomId: 'small', people: 20 }))[0]).toBe(
      'large 11-27T14:00–16:00',
    );
    expect(told(factsLike({ rooms }), wishOf('27T14:00', '27T16:00', { people: 101 }))).toEqual([]);
  });

  it('names nothing twice: another room at the same time is not one of its other times as well', () => {
    const lines = told(factsLike({ rooms: [large, small] }), wishOf('27T14:00', '27T16:00', { roomId: 'small', people: 20 }));
    expect(lines.length).toBeGreaterThan(1);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('keeps the length within the limits, and everything on the quarter', () => {
    expect(told(factsLike(), wishOf('27T14:00', '27T14:15'))).toContain('large 11-27T14:00–14:30');
    expect(told(factsLike(), wishOf('27T12:00', '27T18:00'))).toContain('large 11-27T12:00–16:00');
    expect(told(factsLike(), wishOf('27T14:05', '27T14:55'))[0]).toBe('large 11-27T14:00–15:00');
    expect(told(factsLike(), wishOf('27T14:05', '27T15:05'))[0]).toBe('large 11-27T14:00–15:00');
    expect(told(factsLike(), wishOf('27T14:00', '27T13:00'))[0]).toBe('large 11-27T14:00–14:30');
  });

  it('is never what was asked for: what is moved onto itself is told of the times beside', () => {
    expect(told(factsLike({ rooms: [large] }), wishOf('27T14:00', '27T16:00')).slice(0, 2)).toEqual([
      ...['large 11-27T13:45–15:45', 'large 11-27T14:15–16:15'],
    ]);
  });

  it('is in the next month where this one is full, in other rooms too', () => {
    const facts = factsLike({ earliest: fromWarsaw('2026-12-01T00:00') });
    expect(told(facts, wishOf('27T14:00', '27T16:00'))[0]).toBe('large 12-01T12:00–14:00');
    expect(alternatives(facts, wishOf('27T14:00', '27T16:00')).filter(({ from }) => from < at('2026-12-01T00:00'))).toEqual([]);
  });

  it('begins looking where what is barred ends', () => {
    const barred = [{ from: at('2026-11-27T00:00'), to: at('2026-12-01T14:00') }];
    expect(told(factsLike({ barred, rooms: [large] }), wishOf('27T14:00', '27T16:00')).slice(0, 2)).toEqual([
      ...['large 12-01T14:00–16:00', 'large 12-02T12:00–14:00'],
    ]);
  });

  it('is nothing where the place is closed for three weeks', () => {
    const closures = [{ from: at('2026-11-26T00:00'), to: at('2027-01-10T00:00') }];
    expect(told(factsLike({ clock: clockLike({ closures }) }), wishOf('27T14:00', '27T16:00'))).toEqual([]);
  });

  it('of the past is from now on, of too far ahead is until then', () => {
    expect(told(factsLike(), wishOf('20T14:00', '20T16:00'))[0]).toBe('large 11-26T12:15–14:15');
    const far = wishOf('27T14:00', '27T16:00', { startsAt: at('2027-03-05T14:00'), endsAt: at('2027-03-05T16:00') });
    expect(told(factsLike(), far)[0]).toBe('large 01-22T18:00–20:00');
  });
});

describe.each(['2026-11-11', '2026-03-29', '2026-10-25', '2026-11-26'])('tried minute by minute around %s', (day) => {
  it('one may begin at just those quarters at which a booking could be had', () => {
    fc.assert(
      fc.property(wishesAround(day), fc.integer({ min: 1, max: 12 }), ({ facts, wish }, quarters) => {
        const [room] = facts.rooms;
        if (!room) throw new Error('no room');
        const minutes = quarters * 15;
        const { shortestMinutes, longestMinutes } = facts.limits;
        fc.pre(shortestMinutes <= minutes && minutes <= longestMinutes);
        const [from, to] = [Number(wish.startsAt) - 1000 * MINUTE, Number(wish.startsAt) + 1000 * MINUTE];
        const starts = freeStarts(facts, room, minutes, from, to);
        for (let start = Math.ceil(from / QUARTER) * QUARTER; start <= to; start += QUARTER)
          expect([start, starts.some((span) => span.from <= start && start <= span.to)]).toEqual([
            ...[start, couldHave(facts, room, start, start + minutes * MINUTE)],
          ]);
        for (const span of starts) expect([span.from % QUARTER, span.to % QUARTER]).toEqual([0, 0]);
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it('each proposal could be had, and those of a room are the nearest of each stretch', () => {
    fc.assert(
      fc.property(wishesAround(day), ({ facts, wish }) => {
        const proposed = alternatives(facts, wish);
        const roomOf = (id: string) => facts.rooms.find((each) => each.id === id);
        for (const { roomId, from, to } of proposed) {
          const room = roomOf(roomId);
          expect(room && room.capacity >= wish.people && couldHave(facts, room, from, to)).toBe(true);
        }
        const [start, end] = [Number(wish.startsAt), Number(wish.endsAt)];
        const others = facts.rooms
          .filter((room) => room.id !== wish.roomId && room.capacity >= wish.people && couldHave(facts, room, start, end))
          .toSorted((a, b) => a.capacity - b.capacity);
        const isOther = ({ roomId, from }: { roomId: string; from: number }) => others.some(({ id }) => id === roomId) && from === start;
        expect(proposed.filter(({ roomId }) => others.slice(0, 3).some(({ id }) => id === roomId)).some(isOther)).toBe(others.length > 0);

        const times = proposed.slice(Math.min(others.length, 3));
        const enough = facts.rooms.filter(({ capacity }) => capacity >= wish.people).toSorted((a, b) => a.capacity - b.capacity);
        const room = enough.find(({ id }) => id === wish.roomId) ?? enough[0];
        expect(times.map(({ roomId, from }) => [roomId, from])).toEqual(room ? nearestOf(facts, room.id, wish) : []);
      }),
      { seed: 20261123, numRuns: 60 },
    );
  });

  /** The nearest start of each stretch of quarters within three weeks at which the room could be had, three at most. */
  function nearestOf(facts: PlaceFacts, roomId: string, wish: Wish): [string, number][] {
    const room = facts.rooms.find(({ id }) => id === roomId);
    if (!room) return [];
    const { shortestMinutes, longestMinutes } = facts.limits;
    const [start, end] = [Number(wish.startsAt), Number(wish.endsAt)];
    const quarters = Array.from({ length: 60 }, (_, index) => (index + 1) * 15);
    const allowed = quarters.filter((minutes) => shortestMinutes <= minutes && minutes <= longestMinutes);
    const length = (allowed.find((minutes) => minutes >= (end - start) / MINUTE) ?? allowed.at(-1) ?? 0) * MINUTE;
    const until = bookableUntil(facts.limits, facts.now).getTime();
    let first = Math.max(start, Number(facts.earliest ?? facts.now));
    while (facts.barred?.some(({ from, to }) => from <= first && first < to)) first += MINUTE;
    const aim = Math.min(first, until);
    const middle = Math.round(aim / QUARTER) * QUARTER;
    const groups: number[][] = [];
    for (let from = middle - 21 * 86_400_000; from <= middle + 21 * 86_400_000; from += QUARTER) {
      const isItself = roomId === wish.roomId && from === start && from + length === end;
      if (length === 0 || isItself || !couldHave(facts, room, from, from + length)) continue;
      const last = groups.at(-1);
      if (last?.at(-1) === from - QUARTER) last.push(from);
      else groups.push([from]);
    }
    const distance = (from: number) => Math.abs(from - aim);
    const order = (a: number, b: number) => distance(a) - distance(b) || a - b;
    return groups
      .flatMap((group) => group.toSorted(order).slice(0, 1))
      .toSorted(order)
      .slice(0, 3)
      .map((from) => [roomId, from]);
  }
});
