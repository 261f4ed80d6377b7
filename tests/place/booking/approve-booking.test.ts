import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { ownBooking } from '../../support/booking-own.ts';
import { expectReal } from '../../support/booking-rules.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aRequest, at, closing, didBooking, didPlace, onBooking, othersOf, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('approveBooking', () => {
  const world = useWorld();

  it('gives the room to who asked, under the name of who said yes', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id, code } = await aRequest(world, place);
    world.clock.advance(60);
    const booking = await didBooking(staff, 'approveBooking', { id, version: 1 });
    expect(booking).toMatchObject({
      id,
      version: 2,
      state: 'APPROVED',
      answeredBy: staff.name,
      answeredAt: world.clock.in(0),
      reason: null,
    });
    expect((await ownBooking(world, code)).booking).toEqual(booking);
    expect(await eventsOf(world, id)).toMatchObject([{ version: 1 }, { topic: 'booking', scope: place.id, version: 2 }]);
    expect(await auditOf(world, id)).toContainEqual(
      expect.objectContaining({
        action: 'booking.answer',
        actor_id: staff.personId,
        actor_name: staff.name,
        subject_type: 'booking',
        district: 'wlochy',
        outcome: 'DONE',
      }),
    );
  });

  it('of two who asked for one time, buffers included, gives it to one; the other is told what is free', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const one = await aRequest(world, place);
    const other = await aRequest(world, place, { startsAt: at('2026-11-27T16:15'), endsAt: at('2026-11-27T17:00') }, 'inna@example.org');
    await didBooking(staff, 'approveBooking', { id: one.id, version: 1 });
    expect((await ownBooking(world, other.code)).booking).toMatchObject({ state: 'REQUESTED', isTaken: true });

    const answer = await onBooking(staff, 'approveBooking', { id: other.id, version: 1 });
    expect(errorOf(answer)).toEqual({ code: 'SPACE_TAKEN', alternatives: expect.any(Array) as unknown });
    expect(othersOf(answer)).toContainEqual({ roomId: place.small, startsAt: at('2026-11-27T16:15'), endsAt: at('2026-11-27T17:00') });
    expect((await ownBooking(world, other.code)).booking).toMatchObject({ state: 'REQUESTED', version: 1 });
    await expectReal(world, place, othersOf(answer), {}, 'trzecia@example.org');
  });

  it('is refused on a version that is gone, and on what has an answer', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place);
    expect(errorOf(await onBooking(staff, 'approveBooking', { id, version: 2 }))).toEqual({ code: 'STALE', version: 1 });
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    const again = errorOf(await onBooking(await staffOf(world, place), 'approveBooking', { id, version: 2 }));
    expect(again).toEqual({ code: 'CONFLICT', conflict: { by: staff.name, at: world.clock.in(0), state: 'APPROVED' } });
  });

  it('comes too late once it has begun, and waits while the place is closed then', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place);
    await didPlace(staff, 'closePlace', closing(place));
    const closed = await onBooking(staff, 'approveBooking', { id, version: 2 });
    expect(errorOf(closed)).toMatchObject({ code: 'INVALID', fields: [{ path: 'startsAt', rule: 'placeClosed' }] });
    expect(othersOf(closed).length).toBeGreaterThan(0);
    await expectReal(world, place, othersOf(closed), {}, 'inna@example.org');

    const late = await aRequest(world, place, { startsAt: at('2026-11-27T12:00'), endsAt: at('2026-11-27T13:00') });
    world.clock.set(at('2026-11-27T12:00'));
    const begun = await onBooking(staff, 'approveBooking', { id: late.id, version: 1 });
    expect(errorOf(begun)).toMatchObject({ code: 'INVALID', fields: [{ path: 'startsAt', rule: 'startInPast' }] });
  });

  it('answers a repeated key once', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place);
    const input = { key: newId(), id, version: 1 };
    const first = await didBooking(staff, 'approveBooking', input);
    expect(await didBooking(staff, 'approveBooking', input)).toEqual(first);
    expect(await eventsOf(world, id)).toHaveLength(2);
  });
});
