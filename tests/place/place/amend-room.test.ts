import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { recordedAt, refusedAt } from '../../support/place-steps.ts';
import { aBooking, at, didPlace, onPlace, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';
import { roomWords } from './new-place.ts';

describe('amendRoom', () => {
  const world = useWorld();

  it('changes a room; what is booked keeps the buffers that it was made with, what comes next has the new ones', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const before = await aBooking(staff, place, { roomId: place.small });

    const { rooms } = await recordedAt(world, staff, place, 'amendRoom', roomWords({ id: place.small }), 'place.write');

    expect(rooms.find(({ id }) => id === place.small)).toEqual(roomWords({ id: place.small, version: 2 }));
    const [kept] = await world.orm.em
      .fork()
      .execute<{ held_from: Date | string }[]>('select held_from from booking where id = ?', [before.id]);
    expect(new Date(kept?.held_from ?? 0).toISOString()).toBe(before.startsAt);
    const next = await aBooking(staff, place, { roomId: place.small, startsAt: at('2026-11-27T16:15'), endsAt: at('2026-11-27T17:00') });
    expect([next.heldFrom, next.heldTo]).toEqual([at('2026-11-27T16:10'), at('2026-11-27T17:05')]);
  });

  it.each([
    ['name', 'P'.repeat(121), 'tooLong'],
    ['capacity', 0, 'tooSmall'],
    ['setupMinutes', 121, 'tooLarge'],
  ])('refuses the field %s: %j', async (path, value, rule) => {
    const place = await plantPlace(world);
    const input = roomWords({ id: place.small, [path]: value });
    expect((await refusedAt(world, await staffOf(world, place), 'amendRoom', input)).fields).toMatchObject([{ path, rule }]);
  });

  it('does not overwrite what another has changed meanwhile, also at the same moment', async () => {
    const place = await plantPlace(world);
    const people = [await staffOf(world, place), await staffOf(world, place)];
    const answers = await Promise.all(people.map((by) => onPlace(by, 'amendRoom', roomWords({ id: place.small }))));
    expect(answers.filter(({ errors }) => errors).map(errorOf)).toEqual([{ code: 'STALE', version: 2 }]);
  });

  it('is too late once the room is lent no more', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    await didPlace(staff, 'retireRoom', { id: place.small, version: 1 });
    world.clock.advance(60);
    expect(await refusedAt(world, staff, 'amendRoom', roomWords({ id: place.small, version: 2 }))).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { by: null, at: world.clock.in(-60), state: 'RETIRED' } },
    });
  });

  it('answers the same again for the same key', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const input = { key: newId(), ...roomWords({ id: place.small }) };
    expect(await didPlace(staff, 'amendRoom', input)).toEqual(await didPlace(staff, 'amendRoom', input));
  });
});
