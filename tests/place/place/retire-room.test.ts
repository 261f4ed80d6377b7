import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { recordedAt, refusedAt } from '../../support/place-steps.ts';
import { aBooking, aRequest, at, didBooking, didPlace, entered, onBooking, onPlace, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('retireRoom', () => {
  const world = useWorld();

  it('takes a room off the list, for bookings too; what took place in it stays', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const past = await aBooking(staff, place, { roomId: place.small });
    world.clock.set(past.endsAt);

    const { rooms } = await recordedAt(world, staff, place, 'retireRoom', { id: place.small, version: 1 }, 'place.write');

    expect(rooms.map(({ id }) => id)).toEqual([place.large]);
    const again = entered(place, { roomId: place.small, startsAt: '2026-12-01T12:00:00.000Z', endsAt: '2026-12-01T13:00:00.000Z' });
    expect(errorOf(await onBooking(staff, 'enterBooking', again))).toMatchObject({
      ...{ code: 'INVALID', fields: [{ path: 'roomId', rule: 'choice' }] },
    });
    const [row] = await world.orm.em.fork().execute<{ room_id: string }[]>('select room_id from booking where id = ?', [past.id]);
    expect(row?.room_id).toBe(place.small);
  });

  it('is refused while something is still to take place in it, asked for or approved, and says how much', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const booked = await aBooking(staff, place, { roomId: place.small });
    const asked = await aRequest(world, place, { roomId: place.small, startsAt: at('2026-11-27T17:00'), endsAt: at('2026-11-27T18:00') });
    const retire = (version = 1) => ({ id: place.small, version });
    expect((await refusedAt(world, staff, 'retireRoom', retire())).fields).toEqual([{ path: 'id', rule: 'roomInUse', limit: 2 }]);
    await didBooking(staff, 'withdrawBooking', { id: booked.id, reason: 'Awaria ogrzewania' });
    expect((await refusedAt(world, staff, 'retireRoom', retire())).fields).toEqual([{ path: 'id', rule: 'roomInUse', limit: 1 }]);
    await didBooking(staff, 'refuseBooking', { id: asked.id, version: 1, reason: 'Sala w remoncie' });
    await didPlace(staff, 'retireRoom', retire());
  });

  it('never leaves a booking in a room that is lent no more, whichever comes first', async () => {
    for (let round = 0; round < 6; round++) {
      const place = await plantPlace(world);
      const staff = await staffOf(world, place);
      const [booked, retired] = await Promise.all([
        onBooking(staff, 'enterBooking', entered(place, { roomId: place.small })),
        onPlace(staff, 'retireRoom', { id: place.small, version: 1 }),
      ]);
      expect([booked, retired].filter(({ errors }) => errors)).toHaveLength(1);
      const error = errorOf(booked.errors ? booked : retired);
      expect(error.fields).toMatchObject(booked.errors ? [{ path: 'roomId', rule: 'choice' }] : [{ path: 'id', rule: 'roomInUse' }]);
    }
  });

  it('is done once, to the room as it was looked at; the same key answers the same', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    expect(await refusedAt(world, staff, 'retireRoom', { id: place.small, version: 7 })).toEqual({ code: 'STALE', version: 1 });
    const input = { key: newId(), id: place.small, version: 1 };
    expect(await didPlace(staff, 'retireRoom', input)).toEqual(await didPlace(staff, 'retireRoom', input));
    expect(await refusedAt(world, staff, 'retireRoom', { id: place.small, version: 2 })).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { state: 'RETIRED', at: world.clock.in(0) } },
    });
  });
});
