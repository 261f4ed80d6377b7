import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { ownBooking } from '../../support/booking-own.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aMember } from '../../support/network.ts';
import { aBooking, aRequest, at, didBooking, onBooking, plantPlace, staffOf, wish } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('withdrawBooking', () => {
  const world = useWorld();

  it('by staff needs a reason, and frees the room', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id, code } = await aRequest(world, place);
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    for (const reason of [null, ' '])
      expect(errorOf(await onBooking(staff, 'withdrawBooking', { id, reason }))).toMatchObject({
        ...{ code: 'INVALID', fields: [{ path: 'reason', rule: 'required' }] },
      });
    const booking = await didBooking(staff, 'withdrawBooking', { id, reason: 'Awaria prądu.' });
    expect(booking).toMatchObject({ version: 3, state: 'WITHDRAWN', reason: 'Awaria prądu.', answeredBy: staff.name });
    expect((await ownBooking(world, code)).booking).toEqual(booking);
    expect(await eventsOf(world, id)).toMatchObject([{ version: 1 }, { version: 2 }, { topic: 'booking', scope: place.id, version: 3 }]);
    expect(await auditOf(world, id)).toContainEqual(
      expect.objectContaining({
        action: 'booking.change',
        reason: 'Awaria prądu.',
        actor_id: staff.personId,
      }),
    );
    await aBooking(staff, place);
  });

  it('by the organisation that booked needs none, and is its own step', async () => {
    const place = await plantPlace(world, { approval: 'AT_ONCE' });
    const { actor, organisationId } = await aMember(world);
    const { id } = await didBooking(actor, 'bookForOrganisation', { id: newId(), ...wish(place), organisationId, rulesVersion: 1 });
    const booking = await didBooking(actor, 'withdrawBooking', { id });
    expect(booking).toMatchObject({ state: 'WITHDRAWN', reason: null, answeredBy: null, isSuspended: false });
    expect(errorOf(await onBooking(actor, 'withdrawBooking', { id }))).toMatchObject({
      code: 'CONFLICT',
      conflict: { state: 'WITHDRAWN' },
    });
  });

  it('comes too late once it is over, and in time while it goes on', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const [first, second] = [await aBooking(staff, place), await aBooking(staff, place, { roomId: place.small })];
    world.clock.set(at('2026-11-27T15:59'));
    await didBooking(staff, 'withdrawBooking', { id: first.id, reason: 'Awaria.' });
    world.clock.set(at('2026-11-27T16:00'));
    expect(errorOf(await onBooking(staff, 'withdrawBooking', { id: second.id, reason: 'Awaria.' }))).toEqual({
      ...{ code: 'CONFLICT', conflict: { by: null, at: at('2026-11-27T16:00'), state: 'OVER' } },
    });
  });

  it('answers a repeated key once', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aBooking(staff, place);
    const input = { key: newId(), id, reason: 'Awaria.' };
    const first = await didBooking(staff, 'withdrawBooking', input);
    expect(await didBooking(staff, 'withdrawBooking', input)).toEqual(first);
    expect(await eventsOf(world, id)).toHaveLength(2);
  });
});
