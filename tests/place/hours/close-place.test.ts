import { createDice } from '@ww/server/demo/random';
import { describe, expect, it } from 'vitest';
import { dataOf, errorOf } from '../../support/client.ts';
import { eventsOf } from '../../support/log.ts';
import { onceAt, recordedAt, refusedAt } from '../../support/place-steps.ts';
import {
  aBooking,
  aRequest,
  at,
  BOOKING_FIELDS,
  bookingsOf,
  closing,
  didBooking,
  didPlace,
  entered,
  onBooking,
  plantPlace,
  staffOf,
  type BookingSeen,
} from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';
import { suspendedIn } from './suspended.ts';

const IMPACT = `query ($id: ID!, $from: DateTimeISO!, $to: DateTimeISO!) {
  hits: closureImpact(placeId: $id, from: $from, to: $to) { booking { ${BOOKING_FIELDS} } alternatives { roomId startsAt endsAt } } }`;
interface Hit {
  booking: BookingSeen;
  alternatives: { roomId: string; startsAt: string; endsAt: string }[];
}

describe('closePlace', () => {
  const world = useWorld();
  async function planted() {
    const place = await plantPlace(world);
    return { place, staff: await staffOf(world, place) };
  }
  const between = (from: string, to: string, day = '2026-11-27') => ({ startsAt: at(`${day}T${from}`), endsAt: at(`${day}T${to}`) });

  it('closes between two instants, told to everybody with its reason', async () => {
    const { place, staff } = await planted();
    const input = closing(place);

    const seen = await recordedAt(world, staff, place, 'closePlace', input);

    expect(seen.closures).toEqual([{ id: input.id, from: input.from, to: input.to, reason: 'HEATING' }]);
    expect(seen.upcoming[1]).toEqual({ from: at('2026-11-27T12:00'), to: at('2026-11-27T15:00') });
    const [row] = await world.orm.em
      .fork()
      .execute('select place_id, reason, closed_by_id, closed_by, reopened_at from closure where id = ?', [input.id]);
    expect(row).toEqual({ place_id: place.id, reason: 'HEATING', closed_by_id: staff.personId, closed_by: staff.name, reopened_at: null });
  });

  it('suspends exactly what it hits, asked for or approved, in every room, and names it before', async () => {
    const { place, staff } = await planted();
    const other = await plantPlace(world);
    const elsewhere = await aBooking(await staffOf(world, other), other);
    const small = { roomId: place.small };
    const touching = await aBooking(staff, place, { ...small, ...between('14:00', '15:00') });
    const across = await aBooking(staff, place, between('14:45', '15:15'));
    const inside = await aBooking(staff, place, { ...small, ...between('17:00', '18:00') });
    const asked = await aRequest(world, place, between('17:00', '18:00'));
    const after = await aBooking(staff, place, between('12:00', '14:00', '2026-12-01'));
    const gone = await aBooking(staff, place, between('18:30', '20:00'));
    await didBooking(staff, 'withdrawBooking', { id: gone.id, reason: 'Odwołane' });
    const hit = [across.id, ...[inside.id, asked.id].toSorted()];
    const { from, to, ...rest } = closing(place);

    const { hits } = dataOf(await staff.send<{ hits: Hit[] }>(IMPACT, { id: place.id, from, to }));
    expect(hits.map(({ booking }) => booking.id)).toEqual(hit);
    expect(await suspendedIn(world, place)).toEqual([]);
    await didPlace(staff, 'closePlace', { from, to, ...rest });

    expect(await suspendedIn(world, place)).toEqual(hit);
    expect(await suspendedIn(world, other)).toEqual([]);
    for (const { id } of [across, inside, asked])
      expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'booking', scope: place.id, version: 2 });
    for (const { id } of [touching, after, elsewhere]) expect(await eventsOf(world, id)).toHaveLength(1);
    expect((await bookingsOf(world, place.id)).map(({ state }) => state).toSorted()).toEqual([
      ...['APPROVED', 'APPROVED', 'APPROVED', 'APPROVED', 'REQUESTED', 'WITHDRAWN'],
    ]);
    for (const { alternatives } of hits) {
      expect(alternatives.length).toBeGreaterThan(0);
      for (const { startsAt, endsAt } of alternatives) expect(endsAt <= from || startsAt >= to).toBe(true);
    }
  });

  it('refuses new bookings and moves into it, with times that work', async () => {
    const { place, staff } = await planted();
    const booked = await aBooking(staff, place, between('12:30', '13:30'));
    await didPlace(staff, 'closePlace', closing(place));
    for (const answer of [
      await onBooking(staff, 'enterBooking', entered(place, between('16:00', '17:00'))),
      await onBooking(staff, 'moveBooking', { id: booked.id, version: 1, roomId: place.large, ...between('14:30', '15:30') }),
    ]) {
      const { code, fields, alternatives = [] } = errorOf(answer);
      expect([code, fields]).toEqual(['INVALID', [{ path: 'startsAt', rule: 'placeClosed' }]]);
      expect(alternatives.length).toBeGreaterThan(0);
      for (const { startsAt, endsAt } of alternatives)
        expect(endsAt <= at('2026-11-27T15:00') || startsAt >= at('2026-12-01T12:00')).toBe(true);
    }
  });

  it('may be closed twice at once: each holds by itself, what both hit is suspended once', async () => {
    const { place, staff } = await planted();
    const booked = await aBooking(staff, place, between('16:00', '18:00'));
    await Promise.all(
      [closing(place), closing(place, { from: at('2026-11-27T17:00'), reason: 'STAFF' })].map((input) =>
        didPlace(staff, 'closePlace', input),
      ),
    );
    expect(await suspendedIn(world, place)).toEqual([booked.id]);
    expect((await bookingsOf(world, place.id))[0]?.version).toBe(2);
  });

  it('may begin before now; what has ended by then is let be, what goes on is hit', async () => {
    const { place, staff } = await planted();
    const [over, running] = [
      await aBooking(staff, place, between('12:00', '13:00')),
      await aBooking(staff, place, between('13:30', '15:00')),
    ];
    world.clock.set(at('2026-11-27T14:00'));
    const seen = await didPlace(staff, 'closePlace', closing(place, { from: at('2026-11-27T12:00') }));
    expect(await suspendedIn(world, place)).toEqual([running.id]);
    expect(await eventsOf(world, over.id)).toHaveLength(1);
    expect(seen.closures).toHaveLength(1);
    world.clock.set(at('2026-11-27T20:00'));
    expect((await didPlace(staff, 'setOpeningDay', { id: place.id, day: '2027-01-05', hours: [] })).closures).toEqual([]);
  });

  it.each<[string, object, object]>([
    ['that ends before it begins', { to: at('2026-11-27T14:59') }, { path: 'to', rule: 'closureOrder' }],
    ['of no length', { to: at('2026-11-27T15:00') }, { path: 'to', rule: 'closureOrder' }],
    ['that is over', { from: at('2026-11-26T10:00'), to: at('2026-11-26T12:00') }, { path: 'to', rule: 'dueInPast' }],
    ['longer than a year', { to: at('2027-11-29T15:00') }, { path: 'to', rule: 'tooFarAhead', limit: 366 }],
    ['from before anything', { from: '1999-01-01T00:00:00.000Z' }, { path: 'from', rule: 'malformed' }],
  ])('refuses a closing %s', async (_what, over, field) => {
    const { place, staff } = await planted();
    expect(await refusedAt(world, staff, 'closePlace', closing(place, over))).toMatchObject({ code: 'INVALID', fields: [field] });
  });

  it('refuses an id that is taken', async () => {
    const { place, staff } = await planted();
    const input = closing(place);
    await didPlace(staff, 'closePlace', input);
    expect((await refusedAt(world, staff, 'closePlace', closing(place, { id: input.id }))).fields).toEqual([{ path: 'id', rule: 'taken' }]);
  });

  it('leaves no booking between two clocks, however they race', { timeout: 60_000 }, async () => {
    const dice = createDice(5);
    for (let round = 0; round < 8; round++) {
      const { place, staff } = await planted();
      const hours = [12, 13, 14, 15, 16, 17, 18];
      const steps = [
        ...hours.map(
          (hour) => () =>
            onBooking(
              staff,
              'enterBooking',
              entered(place, { roomId: place.small, ...between(`${String(hour)}:00`, `${String(hour + 1)}:00`) }),
            ),
        ),
        () => didPlace(staff, 'closePlace', closing(place)).then(() => null),
      ];
      const answers = await Promise.all(dice.shuffle(steps).map((step) => step()));
      for (const answer of answers) if (answer?.errors) expect(errorOf(answer).fields).toEqual([{ path: 'startsAt', rule: 'placeClosed' }]);
      const bookings = await bookingsOf(world, place.id);
      expect(bookings).toHaveLength(answers.filter((answer) => answer && !answer.errors).length);
      for (const { ends_at, suspended_at } of bookings)
        expect(suspended_at !== null).toBe(new Date(ends_at).toISOString() > at('2026-11-27T15:00'));
    }
    expect(world.logs.filter((line) => line.includes('unexpected error'))).toEqual([]);
  });

  it('answers the same again for the same key', async () => {
    const { place, staff } = await planted();
    await onceAt(world, staff, 'closePlace', closing(place));
  });
});
