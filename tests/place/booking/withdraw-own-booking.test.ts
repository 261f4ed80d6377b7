import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { didOwn, onOwn } from '../../support/booking-own.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aBooking, aRequest, at, didBooking, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('withdrawOwnBooking', () => {
  const world = useWorld();

  it('gives the room back at once, and is nobody’s answer', async () => {
    const place = await plantPlace(world, { approval: 'AT_ONCE' });
    const staff = await staffOf(world, place);
    const { id, code } = await aRequest(world, place);
    const own = await didOwn(world, 'withdrawOwnBooking', { code });
    expect(own).toMatchObject({ canChange: false, booking: { id, version: 2, state: 'WITHDRAWN', answeredBy: null, reason: null } });
    expect(await eventsOf(world, id)).toMatchObject([{ version: 1 }, { topic: 'booking', scope: place.id, version: 2 }]);
    expect(await auditOf(world, id)).toContainEqual(
      expect.objectContaining({ action: 'booking.withdraw-own', actor_id: null, outcome: 'DONE' }),
    );
    await aBooking(staff, place);
  });

  it('works once: what has ended stays as it is, and the same key answers the same', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const [one, other] = [await aRequest(world, place), await aRequest(world, place)];
    const input = { key: newId(), code: one.code };
    const first = await didOwn(world, 'withdrawOwnBooking', input);
    expect((await didOwn(world, 'withdrawOwnBooking', input)).booking).toEqual(first.booking);
    expect(errorOf(await onOwn(world, 'withdrawOwnBooking', { code: one.code }))).toMatchObject({
      code: 'CONFLICT',
      conflict: { state: 'WITHDRAWN' },
    });
    await didBooking(staff, 'refuseBooking', { id: other.id, version: 1, reason: 'Próba.' });
    expect(errorOf(await onOwn(world, 'withdrawOwnBooking', { code: other.code }))).toMatchObject({
      code: 'CONFLICT',
      conflict: { state: 'REFUSED' },
    });
  });

  it('comes too late once it is over', async () => {
    const place = await plantPlace(world);
    const { code } = await aRequest(world, place);
    world.clock.set(at('2026-11-27T16:00'));
    expect(errorOf(await onOwn(world, 'withdrawOwnBooking', { code }))).toMatchObject({ code: 'CONFLICT', conflict: { state: 'OVER' } });
  });
});
