import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aBooking, aRequest, at, didBooking, onBooking, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('markNoShow', () => {
  const world = useWorld();

  it('writes down that nobody came, from the start on and also when it is over; the room is free', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const [one, other] = [await aBooking(staff, place), await aBooking(staff, place, { roomId: place.small })];
    const early = errorOf(await onBooking(staff, 'markNoShow', { id: one.id }));
    expect(early).toMatchObject({ code: 'INVALID', fields: [{ path: 'id', rule: 'tooFarAhead', limit: 0 }] });
    world.clock.set(at('2026-11-27T14:00'));
    const booking = await didBooking(staff, 'markNoShow', { id: one.id });
    expect(booking).toMatchObject({ state: 'NO_SHOW', version: 2, answeredBy: staff.name, answeredAt: world.clock.in(0) });
    expect(await eventsOf(world, one.id)).toMatchObject([{ version: 1 }, { topic: 'booking', scope: place.id, version: 2 }]);
    expect(await auditOf(world, one.id)).toContainEqual(
      expect.objectContaining({ action: 'booking.answer', actor_id: staff.personId, outcome: 'DONE' }),
    );
    await aBooking(staff, place, { startsAt: at('2026-11-27T14:15'), endsAt: at('2026-11-27T15:00') });
    world.clock.set(at('2026-11-28T09:00'));
    await didBooking(staff, 'markNoShow', { id: other.id });
  });

  it('is of what was approved only', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place);
    world.clock.set(at('2026-11-27T14:30'));
    expect(errorOf(await onBooking(staff, 'markNoShow', { id }))).toEqual({
      ...{ code: 'CONFLICT', conflict: { by: null, at: null, state: 'REQUESTED' } },
    });
  });

  it('answers a repeated key once', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aBooking(staff, place);
    world.clock.set(at('2026-11-27T14:30'));
    const input = { key: newId(), id };
    const first = await didBooking(staff, 'markNoShow', input);
    expect(await didBooking(staff, 'markNoShow', input)).toEqual(first);
    expect(await eventsOf(world, id)).toHaveLength(2);
  });
});
