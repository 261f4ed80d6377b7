import type { Alternative } from '@ww/shared/error-codes';
import { newId } from '@ww/shared/id';
import { expect } from 'vitest';
import { didOwn, visitor } from './booking-own.ts';
import { asked, at, requestBooking, type PlantedPlace } from './places.ts';
import { dataOf } from './client.ts';
import type { World } from './world.ts';

/** Wishes that break a rule of the house which binds borrowers and staff alike: the field, the rule, its limit, and what is wished. */
export const HOUSE_RULES: readonly (readonly [path: string, rule: string, limit: number | undefined, over: object])[] = [
  ['startsAt', 'placeClosed', undefined, { startsAt: at('2026-11-27T19:00'), endsAt: at('2026-11-27T20:15') }],
  ['startsAt', 'placeClosed', undefined, { startsAt: at('2026-11-27T11:45'), endsAt: at('2026-11-27T13:00') }],
  // a Monday, and a holiday
  ['startsAt', 'placeClosed', undefined, { startsAt: at('2026-11-30T14:00'), endsAt: at('2026-11-30T15:00') }],
  ['startsAt', 'placeClosed', undefined, { startsAt: at('2026-12-25T14:00'), endsAt: at('2026-12-25T15:00') }],
  ['startsAt', 'startInPast', undefined, { startsAt: at('2026-11-26T12:00'), endsAt: at('2026-11-26T13:00') }],
  ['startsAt', 'quarter', undefined, { startsAt: at('2026-11-27T14:05'), endsAt: at('2026-11-27T15:00') }],
  ['endsAt', 'quarter', undefined, { endsAt: at('2026-11-27T15:05') }],
  ['endsAt', 'hoursOrder', undefined, { endsAt: at('2026-11-27T14:00') }],
  ['people', 'tooManyPeople', 30, { people: 31 }],
];

/** Those that bind borrowers only. */
export const BORROWER_RULES: typeof HOUSE_RULES = [
  ['endsAt', 'bookingTooShort', 30, { endsAt: at('2026-11-27T14:15') }],
  ['endsAt', 'bookingTooLong', 240, { endsAt: at('2026-11-27T18:15') }],
  // sixty days from 26 November: the 25th of January is the last
  ['startsAt', 'tooFarAhead', 60, { startsAt: at('2027-01-26T14:00'), endsAt: at('2027-01-26T16:00') }],
];

/** Each of the proposed times can be booked by a resident of this address; it is given back at once. */
export async function expectReal(
  world: World,
  place: PlantedPlace,
  others: readonly Alternative[],
  over: object = {},
  email?: string,
): Promise<void> {
  for (const other of others) {
    const answer = await requestBooking(visitor(world), await asked(world, place, { ...over, ...other, id: newId() }, email));
    expect([other, answer.errors]).toEqual([other, undefined]);
    await didOwn(world, 'withdrawOwnBooking', { code: dataOf(answer).booked.code });
  }
  const told = others.map(({ roomId, startsAt }) => `${roomId} ${startsAt}`);
  expect(new Set(told).size).toBe(told.length);
}

/** Whose month is full: so many bookings of the address, on one open day. */
export async function fillMonth(world: World, place: PlantedPlace, count: number, email: string, day = '2026-12-02'): Promise<void> {
  for (let each = 0; each < count; each++) {
    const hour = 12 + each;
    const times = { startsAt: at(`${day}T${hour}:00`), endsAt: at(`${day}T${hour}:30`) };
    dataOf(await requestBooking(visitor(world), await asked(world, place, { roomId: place.small, ...times }, email)));
  }
}
