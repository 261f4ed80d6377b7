import { describe, expect, it } from 'vitest';
import { onceAt, recordedAt, refusedAt } from '../../support/place-steps.ts';
import { aBooking, didPlace, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';
import { newRoom } from './new-place.ts';

describe('addRoom', () => {
  const world = useWorld();

  it('adds a room in the place’s order, which can be booked at once with its own buffers', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const input = newRoom(place.id, { rank: 0, name: 'Aneks', equipment: ['WIFI', 'KITCHEN', 'WIFI'] });

    const { rooms } = await recordedAt(world, staff, place, 'addRoom', input, 'place.write');

    const { placeId: _placeId, ...room } = input;
    expect(rooms.map(({ name }) => name)).toEqual(['Aneks', 'Duża', 'Pracownia']);
    expect(rooms[0]).toEqual({ ...room, version: 1, equipment: ['KITCHEN', 'WIFI'] });
    const booking = await aBooking(staff, place, { roomId: input.id });
    expect([booking.heldFrom, booking.heldTo]).toEqual(['2026-11-27T12:50:00.000Z', '2026-11-27T15:20:00.000Z']);
  });

  it.each([
    ['name', '', 'required'],
    ['capacity', 0, 'tooSmall'],
    ['capacity', 501, 'tooLarge'],
    ['setupMinutes', -1, 'tooSmall'],
    ['cleaningMinutes', 121, 'tooLarge'],
    ['rank', 100, 'tooLarge'],
  ])('refuses the field %s: %j', async (path, value, rule) => {
    const place = await plantPlace(world);
    const { fields } = await refusedAt(world, await staffOf(world, place), 'addRoom', newRoom(place.id, { [path]: value }));
    expect(fields).toMatchObject([{ path, rule }]);
  });

  it('refuses an id that is taken', async () => {
    const place = await plantPlace(world);
    const { fields } = await refusedAt(world, await staffOf(world, place), 'addRoom', newRoom(place.id, { id: place.small }));
    expect(fields).toEqual([{ path: 'id', rule: 'taken' }]);
  });

  it('adds several at once', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    await Promise.all([1, 2, 3].map((rank) => didPlace(staff, 'addRoom', newRoom(place.id, { rank }))));
    expect((await didPlace(staff, 'addRoom', newRoom(place.id))).rooms).toHaveLength(6);
  });

  it('answers the same again for the same key', async () => {
    const place = await plantPlace(world);
    await onceAt(world, await staffOf(world, place), 'addRoom', newRoom(place.id));
  });
});
