import type { PlaceFacts, RoomFacts } from '@ww/shared/place/booking';
import type { PlaceClock } from '@ww/shared/place/clock';
import { expect } from 'vitest';
import type { Actor } from './actors.ts';
import { dataOf } from './client.ts';
import { isOpenAll, isOpenIn, MINUTE, minutesOf, QUARTER, stretches } from './place-calendar.ts';
import { couldHave } from './place-facts.ts';
import type { PlantedPlace } from './places.ts';
import type { World } from './world.ts';

type Instant = Date | string;
const ms = (instant: Instant) => new Date(instant).getTime();

interface BookingRow {
  id: string;
  room_id: string;
  state: string;
  starts_at: Instant;
  ends_at: Instant;
  held_from: Instant;
  held_to: Instant;
  suspended_at: Instant | null;
  version: number;
}

/** A place's calendar as its tables hold it, read row by row. */
export interface Truth {
  clock: PlaceClock;
  rooms: RoomFacts[];
  bookings: BookingRow[];
  closures: { id: string; to: number; reopened: boolean }[];
}

interface ClosureRow {
  id: string;
  from_at: Instant;
  to_at: Instant;
  reopened_at: Instant | null;
}

export async function truthOf(world: World, { id }: PlantedPlace): Promise<Truth> {
  const em = world.orm.em.fork();
  const weeks = await em.execute<PlaceClock['weeks'][number][]>(
    'select from_day::text as "from", until_day::text as "until", weekly from opening_week where place_id = ?',
    [id],
  );
  const days = await em.execute<PlaceClock['days'][number][]>('select day::text as day, hours from opening_day where place_id = ?', [id]);
  const closures = await em.execute<ClosureRow[]>('select * from closure where place_id = ?', [id]);
  const [place] = await em.execute<{ closed_on_holidays: boolean }[]>('select closed_on_holidays from place where id = ?', [id]);
  const rooms = await em.execute<RoomFacts[]>(
    `select id, capacity, equipment, step_free as "stepFree", setup_minutes as "setupMinutes", cleaning_minutes as "cleaningMinutes" from room where place_id = ?`,
    [id],
  );
  return {
    clock: {
      ...{ weeks, days, closedOnHolidays: place?.closed_on_holidays ?? true },
      closures: closures.map(({ from_at, to_at, reopened_at }) => ({
        from: ms(from_at),
        to: reopened_at === null ? ms(to_at) : Math.min(ms(to_at), ms(reopened_at)),
      })),
    },
    rooms,
    bookings: await em.execute<BookingRow[]>('select * from booking where place_id = ? order by starts_at, id', [id]),
    closures: closures.map((each) => ({ id: each.id, to: ms(each.to_at), reopened: each.reopened_at !== null })),
  };
}

/** No room is held twice in one minute, each is held from setup to cleaning, and just what is not wholly in opening hours waits. */
export function expectWhole({ clock, rooms, bookings }: Truth, now: number): void {
  for (const room of rooms) {
    const holder = new Map<number, string>();
    for (const booking of bookings.filter(({ room_id, state }) => room_id === room.id && state === 'APPROVED')) {
      const held = [ms(booking.starts_at) - room.setupMinutes * MINUTE, ms(booking.ends_at) + room.cleaningMinutes * MINUTE] as const;
      expect([ms(booking.held_from), ms(booking.held_to)]).toEqual(held);
      for (const minute of minutesOf(...held)) {
        expect([booking.id, minute, holder.get(minute)]).toEqual([booking.id, minute, undefined]);
        holder.set(minute, booking.id);
      }
    }
  }
  for (const { id, state, starts_at, ends_at, suspended_at } of bookings) {
    // what has begun was looked at by the hours that were then ahead
    if (ms(starts_at) <= now) continue;
    const fits = !['REQUESTED', 'APPROVED'].includes(state) || isOpenAll(clock, ms(starts_at), ms(ends_at));
    expect([id, state, suspended_at !== null]).toEqual([id, state, !fits]);
  }
}

interface Week {
  open: { from: string; to: string }[];
  busy: { roomId: string; from: string; to: string; isAsked: boolean }[];
}
const WEEK = `query ($id: ID!, $day: String!) { week: placeWeek(placeId: $id, day: $day) { open { from to } busy { roomId from to isAsked } } }`;

/** A week as everybody sees it is open and busy in just those minutes in which it is. @param monday its first day */
export async function expectWeek(by: Actor, { id }: PlantedPlace, { clock, rooms, bookings }: Truth, monday: string): Promise<void> {
  const { week } = dataOf(await by.send<{ week: Week }>(WEEK, { id, day: monday }));
  const start = Temporal.PlainDate.from(monday);
  const [from, to] = [start, start.add({ days: 7 })].map((day) => day.toZonedDateTime('Europe/Warsaw').epochMilliseconds) as [
    number,
    number,
  ];
  expect(week.open.map((span) => ({ from: ms(span.from), to: ms(span.to) }))).toEqual(
    stretches(from, to, (minute) => isOpenIn(clock, minute)),
  );
  for (const room of rooms)
    for (const state of ['APPROVED', 'REQUESTED']) {
      const seen = week.busy.filter(({ roomId, isAsked }) => roomId === room.id && isAsked === (state === 'REQUESTED'));
      const own = bookings.filter((booking) => booking.room_id === room.id && booking.state === state);
      expect(stretches(from, to, (minute) => seen.some((span) => ms(span.from) <= minute && minute < ms(span.to)))).toEqual(
        stretches(from, to, (minute) => own.some(({ held_from, held_to }) => ms(held_from) <= minute && minute < ms(held_to))),
      );
    }
}

interface Found {
  room: { id: string };
  starts: { from: string; to: string }[];
}
const FREE = `query ($input: FindRoomInput!, $id: ID) { found: freeRooms(input: $input, placeId: $id) { room { id } starts { from to } } }`;

/** A search finds a room at just those quarters of a day at which it could be had. */
export async function expectFree(
  by: Actor,
  { id }: PlantedPlace,
  { clock, rooms, bookings }: Truth,
  { day, minutes, people }: { day: string; minutes: number; people: number },
  facts: Pick<PlaceFacts, 'limits' | 'now'>,
): Promise<void> {
  const { found } = dataOf(
    await by.send<{ found: Found[] }>(FREE, { id, input: { day, minutes, people, equipment: [], stepFree: false } }),
  );
  const held = bookings.filter(({ state }) => state === 'APPROVED');
  const holds = held.map(({ room_id, held_from, held_to }) => ({ roomId: room_id, from: ms(held_from), to: ms(held_to) }));
  const [start, end] = [0, 1].map(
    (days) => Temporal.PlainDate.from(day).add({ days }).toZonedDateTime('Europe/Warsaw').epochMilliseconds,
  ) as [number, number];
  for (const room of rooms) {
    const starts = found.find((each) => each.room.id === room.id)?.starts ?? [];
    for (let quarter = start; quarter < end; quarter += QUARTER)
      expect([room.id, quarter, starts.some(({ from, to }) => ms(from) <= quarter && quarter <= ms(to))]).toEqual([
        ...[
          room.id,
          quarter,
          room.capacity >= people && couldHave({ clock, rooms, holds, ...facts }, room, quarter, quarter + minutes * MINUTE),
        ],
      ]);
  }
}
