import type { Hold, PlaceFacts, RoomFacts, Wish } from '@ww/shared/place/booking';
import { fromWarsaw } from '@ww/shared/time';
import fc from 'fast-check';
import { isOpenIn, MINUTE, QUARTER, wallOf } from './place-calendar.ts';
import { clockLike, clocksAround } from './place-clocks.ts';

/** A room for twelve without buffers; override what the test is about. */
export const roomLike = (over: Partial<RoomFacts> = {}): RoomFacts => ({
  ...{ id: 'small', capacity: 12, equipment: [], stepFree: false, setupMinutes: 0, cleaningMinutes: 0 },
  ...over,
});

/** Thirty people, a quarter of an hour to set up and another to clean. */
export const large = roomLike({
  id: 'large',
  capacity: 30,
  equipment: ['PROJECTOR'],
  stepFree: true,
  setupMinutes: 15,
  cleaningMinutes: 15,
});
export const small = roomLike();

/** Two rooms, Tuesday to Friday from 12:00 to 20:00, on Thursday 26 November at noon. */
export const factsLike = (over: Partial<PlaceFacts> = {}): PlaceFacts => ({
  ...{ clock: clockLike(), rooms: [large, small], holds: [], now: fromWarsaw('2026-11-26T12:00') },
  limits: { shortestMinutes: 30, longestMinutes: 240, daysAhead: 60, perMonth: 4, approval: 'STAFF' },
  ...over,
});

const people = fc.integer({ min: 1, max: 30 });
const buffer = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 45 }));

/** Everything that a booking depends on crowded around one day, and something that somebody wants. */
export function wishesAround(day: string): fc.Arbitrary<{ facts: PlaceFacts; wish: Wish }> {
  const start = fromWarsaw(`${day}T00:00`).getTime();
  const minute = (min: number, max: number) => fc.integer({ min, max }).map((minutes) => start + minutes * MINUTE);
  const id = fc.constantFrom('one', 'two', 'three');
  const room = fc.record({
    id,
    capacity: people,
    equipment: fc.constant([]),
    stepFree: fc.boolean(),
    setupMinutes: buffer,
    cleaningMinutes: buffer,
  });
  const hold = fc.tuple(id, minute(-1500, 4500), fc.integer({ min: 1, max: 300 })).map(([roomId, from, length]): Hold => {
    return { roomId, from, to: from + length * MINUTE };
  });
  const limits = fc
    .tuple(fc.integer({ min: 15, max: 90 }), fc.integer({ min: 30, max: 300 }), fc.integer({ min: 1, max: 40 }))
    .map(([shortest, more, daysAhead]) => ({
      ...{ shortestMinutes: shortest, longestMinutes: shortest + more, daysAhead, perMonth: 4, approval: 'STAFF' as const },
    }));
  const startsAt = fc.oneof(
    minute(-100, 300).map((each) => Math.round(each / QUARTER) * QUARTER),
    minute(-3000, 6000),
  );
  const length = fc.oneof(
    fc.integer({ min: 1, max: 20 }).map((quarters) => quarters * 15),
    fc.integer({ min: -60, max: 500 }),
  );
  return fc.record({
    facts: fc.record({
      clock: clocksAround(day),
      rooms: fc.uniqueArray(room, { minLength: 1, maxLength: 3, selector: (each) => each.id }),
      holds: fc.array(hold, { maxLength: 8 }),
      limits,
      now: minute(-3000, 1500),
      barred: fc.array(
        fc.tuple(minute(-2000, 4000), fc.integer({ min: 1, max: 3000 })).map(([from, length]) => ({ from, to: from + length * MINUTE })),
        {
          maxLength: 2,
        },
      ),
      ...{ earliest: fc.option(minute(-1000, 8000), { nil: undefined }) },
    }),
    wish: fc
      .tuple(id, startsAt, length, people)
      .map(([roomId, from, minutes, count]) => ({ roomId, startsAt: from, endsAt: from + minutes * MINUTE, people: count })),
  });
}

/** Whether a room could be booked in [from, to), asked of every minute alone. */
export function couldHave(
  { clock, holds, limits, now, earliest, barred = [] }: PlaceFacts,
  room: RoomFacts,
  from: number,
  to: number,
): boolean {
  const minutes = (to - from) / MINUTE;
  if (from % QUARTER !== 0 || to % QUARTER !== 0 || minutes < limits.shortestMinutes || minutes > limits.longestMinutes) return false;
  if (from <= Number(now) || from < Number(earliest ?? now)) return false;
  if (barred.some((span) => span.from <= from && from < span.to)) return false;
  const lastDay = Temporal.PlainDate.from(wallOf(Number(now)).day)
    .add({ days: limits.daysAhead })
    .toString();
  if (wallOf(to - MINUTE).day > lastDay) return false;
  for (let minute = from; minute < to; minute += MINUTE) if (!isOpenIn(clock, minute)) return false;
  const own = holds.filter(({ roomId }) => roomId === room.id);
  for (let minute = from - room.setupMinutes * MINUTE; minute < to + room.cleaningMinutes * MINUTE; minute += MINUTE)
    if (own.some((hold) => Number(hold.from) <= minute && minute < Number(hold.to))) return false;
  return true;
}
