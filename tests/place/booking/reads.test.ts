import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn, resident, type Actor } from '../../support/actors.ts';
import { visitor } from '../../support/booking-own.ts';
import { expectReal } from '../../support/booking-rules.ts';
import { dataOf, errorOf, type Answer } from '../../support/client.ts';
import { aMember } from '../../support/network.ts';
import {
  aBooking,
  aRequest,
  asked,
  at,
  bookingsOf,
  closing,
  didBooking,
  didPlace,
  plantPlace,
  requestBooking,
  staffOf,
  wish,
} from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

interface Free {
  rooms: { place: { slug: string }; room: { id: string; name: string }; starts: { from: string; to: string }[] }[];
}
const FREE = `query ($input: FindRoomInput!, $placeId: ID) { rooms: freeRooms(input: $input, placeId: $placeId) {
  place { slug } room { id name } starts { from to } } }`;
interface Time {
  roomId: string;
  startsAt: string;
  endsAt: string;
}
interface Hits {
  hits: { booking: { id: string; isSuspended: boolean }; alternatives: Time[] }[];
}
const IMPACT = `query ($placeId: ID!, $from: DateTimeISO!, $to: DateTimeISO!) { hits: closureImpact(placeId: $placeId, from: $from, to: $to) {
  booking { id isSuspended } alternatives { roomId startsAt endsAt } } }`;
const WAYS = 'query ($id: ID!) { ways: bookingAlternatives(id: $id) { roomId startsAt endsAt } }';
const QUARTER = 900_000;

describe('freeRooms', () => {
  const world = useWorld();
  const look = { day: '2026-11-27', minutes: 60, people: 10 };
  const find = (over: object = {}, placeId: string | null = null): Promise<Answer<Free>> =>
    visitor(world).send<Free>(FREE, { input: { ...look, ...over }, placeId });
  const found = async (over: object = {}, placeId: string | null = null) =>
    dataOf(await find(over, placeId)).rooms.map(({ room, starts }) => [
      room.name,
      ...starts.map(({ from, to }) =>
        [from, to].map((each) => new Date(each).toLocaleTimeString('pl', { timeStyle: 'short', timeZone: 'Europe/Warsaw' })).join('–'),
      ),
    ]);

  it('tells when one may begin, the room that fits most closely first, between what holds it', async () => {
    const place = await plantPlace(world);
    await aBooking(await staffOf(world, place), place);
    await aRequest(world, place, { roomId: place.small });
    expect(await found()).toEqual([
      ['Pracownia', '12:00–19:00'],
      // held from 13:45 to 16:15, and an hour of ours with a quarter before and after
      ['Duża', '12:00–12:30', '16:30–19:00'],
    ]);
    expect(await found({ minutes: 240 })).toEqual([['Pracownia', '12:00–16:00']]);
  });

  it('each start that it tells can be booked, and none beside', async () => {
    const place = await plantPlace(world);
    await aBooking(await staffOf(world, place), place);
    for (const { room, starts } of dataOf(await find()).rooms)
      for (const { from, to } of starts) {
        const times = (start: number) => ({
          roomId: room.id,
          startsAt: new Date(start).toISOString(),
          endsAt: new Date(start + 3_600_000).toISOString(),
        });
        await expectReal(world, place, [times(Date.parse(from)), times(Date.parse(to))]);
        for (const beside of [Date.parse(from) - QUARTER, Date.parse(to) + QUARTER])
          expect((await requestBooking(visitor(world), await asked(world, place, times(beside)))).errors).toHaveLength(1);
      }
  });

  it('looks for what is needed: people, equipment, a way without steps; null asks for nothing', async () => {
    await plantPlace(world);
    const names = async (over: object) => (await found(over)).map(([name]) => name);
    expect(await names({ people: 13 })).toEqual(['Duża']);
    expect(await names({ people: 31 })).toEqual([]);
    expect(await names({ equipment: ['PROJECTOR'] })).toEqual(['Duża']);
    expect(await names({ equipment: ['PROJECTOR', 'PIANO'] })).toEqual([]);
    expect(await names({ stepFree: true })).toEqual(['Duża']);
    expect(await names({ equipment: null, stepFree: null })).toEqual(['Pracownia', 'Duża']);
  });

  it('looks in all places or in one, in none that is closed, and beyond no limit', async () => {
    const [one, other] = [await plantPlace(world), await plantPlace(world, { daysAhead: 5, longestMinutes: 60 })];
    const slugs = async (over: object = {}, placeId: string | null = null) => [
      ...new Set(dataOf(await find(over, placeId)).rooms.map(({ place }) => place.slug)),
    ];
    expect((await slugs()).toSorted()).toEqual([one.slug, other.slug].toSorted());
    expect(await slugs({}, other.id)).toEqual([other.slug]);
    expect(await slugs({ minutes: 75 })).toEqual([one.slug]);
    expect(await slugs({ minutes: 15 })).toEqual([]);
    expect(await slugs({ day: '2026-12-03' })).toEqual([one.slug]);
    for (const day of ['2026-11-30', '2026-12-25', '2026-11-20', '2027-03-05']) expect(await slugs({ day })).toEqual([]);
    await didPlace(await staffOf(world, one), 'closePlace', closing(one, { from: at('2026-11-27T00:00') }));
    expect(await slugs()).toEqual([other.slug]);
    expect(await slugs({}, newId())).toEqual([]);
    // from now on
    world.clock.set(at('2026-11-27T18:10'));
    expect((await found({}, other.id)).map(([, starts]) => starts)).toEqual(['18:15–19:00', '18:15–19:00']);
  });

  it.each([
    ['day', 'day', { day: '2026-02-30' }],
    ['minutes', 'tooSmall', { minutes: 10 }],
    ['people', 'tooSmall', { people: 0 }],
  ])('refuses %s: %s', async (path, rule, over) => {
    expect(errorOf(await find(over))).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
  });
});

describe('closureImpact', () => {
  const world = useWorld();
  const impact = (by: Actor, placeId: string, from = at('2026-11-27T15:00'), to = at('2026-11-27T20:00')) =>
    by.send<Hits>(IMPACT, { placeId, from, to });

  it('proposes one time to one of two that it hits, and another to the other', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    await aBooking(staff, place, { startsAt: at('2026-11-27T15:00'), endsAt: at('2026-11-27T16:00'), people: 20 });
    await aBooking(staff, place, { startsAt: at('2026-11-27T17:00'), endsAt: at('2026-11-27T18:00'), people: 20 });
    const { hits } = dataOf(await impact(staff, place.id));
    const [one, other] = hits.map(({ booking, alternatives: [first] }) => ({ booking, first }));
    await didPlace(staff, 'closePlace', closing(place));
    for (const hit of [one, other]) {
      const { version } = (await bookingsOf(world, place.id)).find(({ id }) => id === hit?.booking.id) ?? { version: 0 };
      await didBooking(staff, 'moveBooking', { id: hit?.booking.id, version, ...hit?.first });
    }
  });

  it('tells what a closing would hit, whoever waits for an answer too, and where each could go; and changes nothing', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const [hit, waits] = [await aBooking(staff, place), await aRequest(world, place, { roomId: place.small })];
    await aBooking(staff, place, { roomId: place.small, startsAt: at('2026-11-27T12:00'), endsAt: at('2026-11-27T13:00') });
    const gone = await aBooking(staff, place, { startsAt: at('2026-11-27T17:00'), endsAt: at('2026-11-27T18:00') });
    await didBooking(staff, 'withdrawBooking', { id: gone.id, reason: 'Awaria.' });
    const before = await bookingsOf(world, place.id);
    const { hits } = dataOf(await impact(staff, place.id));
    expect(hits.map(({ booking }) => booking.id).toSorted()).toEqual([hit.id, waits.id].toSorted());
    expect(await bookingsOf(world, place.id)).toEqual(before);

    await didPlace(staff, 'closePlace', closing(place));
    for (const { booking, alternatives } of hits) {
      expect(alternatives.length).toBeGreaterThan(0);
      for (const way of alternatives) expect(way.startsAt >= at('2026-11-27T15:00') && way.startsAt < at('2026-11-27T20:00')).toBe(false);
      const ways = dataOf(await staff.send<{ ways: Time[] }>(WAYS, { id: booking.id })).ways;
      expect(ways).toEqual(alternatives);
      let { version } = (await bookingsOf(world, place.id)).find(({ id }) => id === booking.id) ?? { version: 0 };
      const [way] = alternatives;
      ({ version } = await didBooking(staff, 'moveBooking', { id: booking.id, version, ...way }));
      expect(version).toBe(3);
    }
    // what is suspended already is not hit again
    expect(dataOf(await impact(staff, place.id)).hits).toEqual([]);
  });

  it('of a closing that ends before it begins is nothing', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    await aBooking(staff, place);
    expect(dataOf(await impact(staff, place.id, at('2026-11-27T18:00'), at('2026-11-27T12:00'))).hits).toEqual([]);
    expect(dataOf(await impact(staff, place.id, at('2026-11-27T15:00'), at('2026-11-27T15:00'))).hits).toEqual([]);
  });

  it('is for the place’s own staff', async () => {
    const [place, other] = [await plantPlace(world), await plantPlace(world)];
    for (const [by, code] of [
      [await staffOf(world, other), 'NOT_FOUND'],
      [(await aMember(world)).actor, 'NOT_FOUND'],
      [await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'), 'NOT_FOUND'],
      [resident(world), 'UNAUTHENTICATED'],
    ] as const) {
      expect(errorOf(await impact(by, place.id)).code).toBe(code);
      expect(errorOf(await impact(by, newId())).code).toBe(code);
    }
    expect(errorOf(await impact(await staffOf(world, place), newId())).code).toBe('NOT_FOUND');
  });
});

describe('bookingAlternatives', () => {
  const world = useWorld();

  it('is where a booking could go, for the staff and for the organisation that booked', async () => {
    const place = await plantPlace(world);
    const { actor, organisationId } = await aMember(world);
    const staff = await staffOf(world, place);
    const { id } = await didBooking(actor, 'bookForOrganisation', { id: newId(), ...wish(place), organisationId, rulesVersion: 1 });
    await aBooking(staff, place);
    const [ours, theirs] = [await actor.send<{ ways: Time[] }>(WAYS, { id }), await staff.send<{ ways: Time[] }>(WAYS, { id })];
    expect(dataOf(ours)).toEqual(dataOf(theirs));
    const { ways } = dataOf(ours);
    expect(ways[0]).toEqual({ roomId: place.small, startsAt: at('2026-11-27T14:00'), endsAt: at('2026-11-27T16:00') });
    let version = 1;
    for (const way of ways) ({ version } = await didBooking(staff, 'moveBooking', { id, version, ...way }));

    const stranger = (await aMember(world)).actor;
    for (const [by, code] of [
      [stranger, 'NOT_FOUND'],
      [await staffOf(world, await plantPlace(world)), 'NOT_FOUND'],
      [resident(world), 'UNAUTHENTICATED'],
    ] as const)
      for (const each of [id, newId()]) expect(errorOf(await by.send(WAYS, { id: each })).code).toBe(code);
  });
});
