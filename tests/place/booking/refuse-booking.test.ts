import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { ownBooking } from '../../support/booking-own.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aBooking, aRequest, didBooking, onBooking, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('refuseBooking', () => {
  const world = useWorld();

  it('says no with the reason that the borrower reads, and the time is free for others', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id, code } = await aRequest(world, place);
    const booking = await didBooking(staff, 'refuseBooking', { id, version: 1, reason: '  Próba chóru ' });
    expect(booking).toMatchObject({
      version: 2,
      state: 'REFUSED',
      reason: 'Próba chóru',
      answeredBy: staff.name,
      answeredAt: world.clock.in(0),
    });
    expect(await ownBooking(world, code)).toMatchObject({ canChange: false, booking: { state: 'REFUSED', reason: 'Próba chóru' } });
    expect(await eventsOf(world, id)).toMatchObject([{ version: 1 }, { topic: 'booking', scope: place.id, version: 2 }]);
    expect(await auditOf(world, id)).toContainEqual(
      expect.objectContaining({ action: 'booking.answer', reason: 'Próba chóru', actor_id: staff.personId }),
    );
    await aBooking(staff, place);
  });

  it.each([
    ['', 'required'],
    [' \u200B', 'required'],
    ['a'.repeat(301), 'tooLong'],
  ])('refuses the reason %j: %s', async (reason, rule) => {
    const place = await plantPlace(world);
    const { id } = await aRequest(world, place);
    const answer = await onBooking(await staffOf(world, place), 'refuseBooking', { id, version: 1, reason });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path: 'reason', rule }] });
  });

  it('is refused on a version that is gone, and on what has an answer', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place);
    const no = { id, reason: 'Próba chóru.' };
    expect(errorOf(await onBooking(staff, 'refuseBooking', { ...no, version: 3 }))).toEqual({ code: 'STALE', version: 1 });
    const { id: approved } = await aBooking(staff, place);
    expect(errorOf(await onBooking(staff, 'refuseBooking', { ...no, id: approved, version: 1 }))).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { by: staff.name, state: 'APPROVED' } },
    });
  });

  it('answers a repeated key once', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place);
    const input = { key: newId(), id, version: 1, reason: 'Próba chóru.' };
    const first = await didBooking(staff, 'refuseBooking', input);
    expect(await didBooking(staff, 'refuseBooking', input)).toEqual(first);
    expect(await eventsOf(world, id)).toHaveLength(2);
  });
});
