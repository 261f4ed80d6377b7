import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { expectReal, HOUSE_RULES } from '../../support/booking-rules.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aMember } from '../../support/network.ts';
import {
  aBooking,
  aRequest,
  at,
  closing,
  didBooking,
  didPlace,
  onBooking,
  othersOf,
  plantPlace,
  staffOf,
  wish,
} from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('moveBooking', () => {
  const world = useWorld();
  const to = (roomId: string, from: string, until: string) => ({
    roomId,
    startsAt: at(`2026-11-27T${from}`),
    endsAt: at(`2026-11-27T${until}`),
  });

  it('puts it in another room at another time, with that room’s own buffers, and it stays approved', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aBooking(staff, place);
    const target = to(place.small, '17:00', '19:30');
    const booking = await didBooking(staff, 'moveBooking', { id, version: 1, ...target });
    expect(booking).toMatchObject({ version: 2, state: 'APPROVED', ...target, heldFrom: target.startsAt, heldTo: target.endsAt });
    expect(await eventsOf(world, id)).toMatchObject([{ version: 1 }, { topic: 'booking', scope: place.id, version: 2 }]);
    expect(await auditOf(world, id)).toContainEqual(
      expect.objectContaining({ action: 'booking.change', actor_id: staff.personId, outcome: 'DONE' }),
    );
    await aBooking(staff, place);
  });

  it('moves it within itself, shorter, longer and later: nothing it holds stands in its own way', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aBooking(staff, place);
    let version = 1;
    for (const [from, until] of [
      ['14:00', '15:00'],
      ['13:30', '16:30'],
      ['14:00', '17:00'],
    ] as const) {
      const moved = await didBooking(staff, 'moveBooking', { id, version, ...to(place.large, from, until) });
      ({ version } = moved);
      expect(moved.heldTo).toBe(new Date(Date.parse(at(`2026-11-27T${until}`)) + 900_000).toISOString());
    }
  });

  it('onto itself is refused, with other times that would do', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aBooking(staff, place);
    const same = to(place.large, '14:00', '16:00');
    const answer = await onBooking(staff, 'moveBooking', { id, version: 1, ...same });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path: 'startsAt', rule: 'sameTime' }] });
    const others = othersOf(answer);
    expect(others).not.toContainEqual(same);
    expect(others.map(({ roomId }) => roomId)).toEqual(expect.arrayContaining([place.small, place.large]));
    let version = 1;
    for (const other of others) ({ version } = await didBooking(staff, 'moveBooking', { id, version, ...other }));
  });

  it('onto another one is refused, buffers included, with times that would do', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    await aBooking(staff, place);
    const { id } = await aBooking(staff, place, to(place.large, '17:00', '18:00'));
    const answer = await onBooking(staff, 'moveBooking', { id, version: 1, ...to(place.large, '16:15', '17:15') });
    expect(errorOf(answer)).toEqual({ code: 'SPACE_TAKEN', alternatives: expect.any(Array) as unknown });
    let version = 1;
    for (const other of othersOf(answer)) ({ version } = await didBooking(staff, 'moveBooking', { id, version, ...other }));
    expect(version).toBeGreaterThan(1);
  });

  it.each(HOUSE_RULES.filter(([path]) => path !== 'people'))('by staff is bound by the house: %s %s', async (path, rule, _limit, over) => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aBooking(staff, place, to(place.small, '12:00', '13:00'));
    const answer = await onBooking(staff, 'moveBooking', { id, version: 1, ...to(place.large, '14:00', '16:00'), ...over });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
    if (rule !== 'hoursOrder') await expectReal(world, place, othersOf(answer));
  });

  it('into a room that is too small names the number of people', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aBooking(staff, place, { people: 20 });
    const answer = await onBooking(staff, 'moveBooking', { id, version: 1, ...to(place.small, '14:00', '16:00') });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path: 'people', rule: 'tooManyPeople', limit: 12 }] });
    let version = 1;
    for (const other of othersOf(answer)) ({ version } = await didBooking(staff, 'moveBooking', { id, version, ...other }));
    const elsewhere = await plantPlace(world);
    const foreign = await onBooking(staff, 'moveBooking', { id, version, ...to(elsewhere.large, '14:00', '16:00') });
    expect(errorOf(foreign)).toMatchObject({ code: 'INVALID', fields: [{ path: 'roomId', rule: 'choice' }] });
  });

  it('while it goes on ends it later or earlier; what is proposed instead is still to come', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aBooking(staff, place);
    await aBooking(staff, place, to(place.large, '17:00', '18:00'));
    world.clock.set(at('2026-11-27T15:00'));
    const answer = await onBooking(staff, 'moveBooking', { id, version: 1, ...to(place.large, '14:00', '16:45') });
    expect(errorOf(answer).code).toBe('SPACE_TAKEN');
    let version = 1;
    expect(othersOf(answer).length).toBeGreaterThan(0);
    for (const other of othersOf(answer)) {
      ({ version } = await didBooking(staff, 'moveBooking', { id, version, ...other }));
      await world.orm.em
        .fork()
        .execute(`update booking set starts_at = ?, ends_at = ?, held_from = ?, held_to = ?, room_id = ? where id = ?`, [
          ...[at('2026-11-27T14:00'), at('2026-11-27T16:00'), at('2026-11-27T13:45'), at('2026-11-27T16:15'), place.large, id],
        ]);
    }
    ({ version } = await didBooking(staff, 'moveBooking', { id, version, ...to(place.large, '14:00', '16:30') }));
    await didBooking(staff, 'moveBooking', { id, version, ...to(place.large, '14:00', '15:15') });
    const later = await onBooking(staff, 'moveBooking', { id, version: version + 1, ...to(place.large, '14:15', '15:15') });
    expect(errorOf(later)).toMatchObject({ fields: [{ path: 'startsAt', rule: 'startInPast' }] });
    world.clock.set(at('2026-11-27T15:15'));
    const over = await onBooking(staff, 'moveBooking', { id, version: version + 1, ...to(place.large, '18:30', '19:00') });
    expect(errorOf(over)).toMatchObject({ code: 'CONFLICT', conflict: { state: 'OVER' } });
  });

  it('by the organisation that booked asks again where the staff decides, and not for less', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { actor, organisationId } = await aMember(world);
    const { id } = await didBooking(actor, 'bookForOrganisation', { id: newId(), ...wish(place), organisationId, rulesVersion: 1 });
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    const shorter = await didBooking(actor, 'moveBooking', { id, version: 2, ...to(place.large, '14:30', '16:00') });
    expect(shorter).toMatchObject({ state: 'APPROVED', answeredBy: staff.name });
    const longer = await didBooking(actor, 'moveBooking', { id, version: 3, ...to(place.large, '14:30', '16:15') });
    expect(longer).toMatchObject({ state: 'REQUESTED', answeredBy: null, answeredAt: null });
    const tooLong = await onBooking(actor, 'moveBooking', { id, version: 4, ...to(place.large, '14:00', '18:15') });
    expect(errorOf(tooLong)).toMatchObject({ fields: [{ path: 'endsAt', rule: 'bookingTooLong', limit: 240 }] });
  });

  it('brings back what a closing suspended, also by the borrower', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { actor, organisationId } = await aMember(world);
    const { id } = await didBooking(actor, 'bookForOrganisation', { id: newId(), ...wish(place), organisationId, rulesVersion: 1 });
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    await didPlace(staff, 'closePlace', closing(place));
    const moved = await didBooking(actor, 'moveBooking', { id, version: 3, ...to(place.large, '12:15', '14:15') });
    expect(moved).toMatchObject({ state: 'APPROVED', isSuspended: false });
  });

  it('is refused on a version that is gone and on what has ended; the same key moves once', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place);
    const target = to(place.small, '14:00', '16:00');
    expect(errorOf(await onBooking(staff, 'moveBooking', { id, version: 2, ...target }))).toEqual({ code: 'STALE', version: 1 });
    const input = { key: newId(), id, version: 1, ...target };
    const first = await didBooking(staff, 'moveBooking', input);
    expect(first).toMatchObject({ state: 'REQUESTED', version: 2 });
    expect(await didBooking(staff, 'moveBooking', input)).toEqual(first);
    await didBooking(staff, 'refuseBooking', { id, version: 2, reason: 'Próba.' });
    expect(errorOf(await onBooking(staff, 'moveBooking', { id, version: 3, ...target }))).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { by: staff.name, state: 'REFUSED' } },
    });
  });
});
