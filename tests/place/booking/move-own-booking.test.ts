import { RATE_LIMITS } from '@ww/server/platform/limits';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident } from '../../support/actors.ts';
import { didOwn, onOwn, ownBooking, ownDocument } from '../../support/booking-own.ts';
import { BORROWER_RULES, expectReal, HOUSE_RULES } from '../../support/booking-rules.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aBooking, aRequest, at, closing, didBooking, didPlace, othersOf, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('moveOwnBooking', () => {
  const world = useWorld();
  const to = (roomId: string, from: string, until: string) => ({
    roomId,
    startsAt: at(`2026-11-27T${from}`),
    endsAt: at(`2026-11-27T${until}`),
  });

  it('moves it by its code, however the code is typed', async () => {
    const place = await plantPlace(world, { approval: 'AT_ONCE' });
    const { id, code } = await aRequest(world, place);
    const target = to(place.small, '17:00', '18:00');
    const own = await didOwn(world, 'moveOwnBooking', { code: ` ${code.toLowerCase().replaceAll('-', '')} `, version: 1, ...target });
    expect(own).toMatchObject({ roomName: 'Pracownia', booking: { id, version: 2, state: 'APPROVED', ...target, heldTo: target.endsAt } });
    expect(await eventsOf(world, id)).toMatchObject([{ version: 1 }, { topic: 'booking', scope: place.id, version: 2 }]);
    expect(await auditOf(world, id)).toContainEqual(
      expect.objectContaining({
        action: 'booking.move-own',
        actor_id: null,
        actor_name: null,
        outcome: 'DONE',
      }),
    );
    expect(JSON.stringify(await world.orm.em.fork().execute('select k::text from command_key k'))).not.toContain(code);
  });

  it('waits for an answer again where the staff decides, unless it gives time back or the house had closed', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id, code } = await aRequest(world, place);
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    const shorter = await didOwn(world, 'moveOwnBooking', { code, version: 2, ...to(place.large, '14:00', '15:30') });
    expect(shorter.booking).toMatchObject({ state: 'APPROVED', answeredBy: staff.name });
    const later = await didOwn(world, 'moveOwnBooking', { code, version: 3, ...to(place.large, '14:15', '15:45') });
    expect(later.booking).toMatchObject({ state: 'REQUESTED', answeredBy: null });
    // nobody is kept out by what only waits
    await aBooking(staff, place, to(place.large, '17:00', '18:00'));
    await didBooking(staff, 'approveBooking', { id, version: 4 });
    await didPlace(staff, 'closePlace', closing(place));
    const suspended = await ownBooking(world, code);
    expect(suspended).toMatchObject({ canChange: true, booking: { isSuspended: true, state: 'APPROVED' } });
    const [way] = suspended.alternatives;
    const moved = await didOwn(world, 'moveOwnBooking', { code, version: 6, ...way });
    expect(moved).toMatchObject({ alternatives: [], booking: { isSuspended: false, state: 'APPROVED', ...way } });
  });

  it.each([...HOUSE_RULES, ...BORROWER_RULES].filter(([path]) => path !== 'people'))(
    'is bound as a new one: %s %s',
    async (path, rule, _limit, over) => {
      const place = await plantPlace(world);
      const { code } = await aRequest(world, place, to(place.small, '12:00', '13:00'));
      const answer = await onOwn(world, 'moveOwnBooking', { code, version: 1, ...to(place.large, '14:00', '16:00'), ...over });
      expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
      expect(othersOf(answer).length).toBeGreaterThan(0);
      await expectReal(world, place, othersOf(answer));
    },
  );

  it('does not count itself for the month, and does not slip into a full one', async () => {
    const place = await plantPlace(world, { perMonth: 1 });
    const { code } = await aRequest(world, place);
    await aRequest(world, place, { startsAt: at('2026-12-02T14:00'), endsAt: at('2026-12-02T15:00') });
    await didOwn(world, 'moveOwnBooking', { code, version: 1, ...to(place.small, '14:00', '15:00') });
    const answer = await onOwn(world, 'moveOwnBooking', {
      code,
      version: 2,
      roomId: place.small,
      startsAt: at('2026-12-03T14:00'),
      endsAt: at('2026-12-03T15:00'),
    });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path: 'startsAt', rule: 'monthLimit', limit: 1 }] });
    let version = 2;
    expect(othersOf(answer).length).toBeGreaterThan(0);
    for (const other of othersOf(answer)) ({ version } = (await didOwn(world, 'moveOwnBooking', { code, version, ...other })).booking);
  });

  it('onto itself and onto another is refused, with times that would do', async () => {
    const place = await plantPlace(world);
    await aBooking(await staffOf(world, place), place, to(place.large, '17:00', '18:00'));
    const { code } = await aRequest(world, place);
    let version = 1;
    for (const [target, error] of [
      [to(place.large, '14:00', '16:00'), { code: 'INVALID', fields: [{ path: 'startsAt', rule: 'sameTime' }] }],
      [to(place.large, '16:00', '16:45'), { code: 'SPACE_TAKEN' }],
    ] as const) {
      const answer = await onOwn(world, 'moveOwnBooking', { code, version, ...target });
      expect(errorOf(answer)).toMatchObject(error);
      const others = othersOf(answer);
      expect(others.length).toBeGreaterThan(0);
      for (const other of others) ({ version } = (await didOwn(world, 'moveOwnBooking', { code, version, ...other })).booking);
      const back = to(place.large, '14:00', '16:00');
      ({ version } = (await didOwn(world, 'moveOwnBooking', { code, version, ...back })).booking);
    }
  });

  it('is refused on a version that is gone and once it is over; the same key moves once', async () => {
    const place = await plantPlace(world);
    const { id, code } = await aRequest(world, place);
    const target = to(place.small, '14:00', '16:00');
    expect(errorOf(await onOwn(world, 'moveOwnBooking', { code, version: 9, ...target }))).toEqual({ code: 'STALE', version: 1 });
    const input = { key: newId(), code, version: 1, ...target };
    const first = await didOwn(world, 'moveOwnBooking', input);
    expect((await didOwn(world, 'moveOwnBooking', input)).booking).toEqual(first.booking);
    expect(await eventsOf(world, id)).toHaveLength(2);
    world.clock.set(at('2026-11-27T16:00'));
    expect(errorOf(await onOwn(world, 'moveOwnBooking', { code, version: 2, ...to(place.large, '18:00', '19:00') }))).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { by: null, state: 'OVER' } },
    });
  });

  it('slows down whoever guesses codes', async () => {
    const by = resident(world, '192.0.2.99');
    const input = () => ({
      key: newId(),
      code: 'K7QP-4M2X-9RTB',
      version: 1,
      roomId: newId(),
      startsAt: at('2026-11-27T14:00'),
      endsAt: at('2026-11-27T15:00'),
    });
    const guess = async () => errorOf(await by.send(ownDocument('moveOwnBooking'), { input: input() })).code;
    for (let each = 0; each < RATE_LIMITS.ownCode.hits; each++) expect(await guess()).toBe('NOT_FOUND');
    expect(await guess()).toBe('RATE_LIMITED');
  });
});
