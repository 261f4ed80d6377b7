import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { expectReal, HOUSE_RULES } from '../../support/booking-rules.ts';
import { reveal } from '../../support/booking-own.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import {
  aBooking,
  asked,
  at,
  bookingsOf,
  didBooking,
  entered,
  onBooking,
  othersOf,
  plantPlace,
  requestBooking,
  staffOf,
} from '../../support/places.ts';
import { resident } from '../../support/actors.ts';
import { useWorld } from '../../support/world.ts';

describe('enterBooking', () => {
  const world = useWorld();

  it('books at once for somebody on the phone, who is kept apart', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const who = {
      kind: 'GROUP',
      groupName: 'Chór sąsiedzki',
      name: 'Zofia Czapla',
      email: 'Zofia@Example.org',
      phone: '22 000 01 34',
      words: 'Pianino.',
    };
    const booking = await aBooking(staff, place, who);
    expect(booking).toMatchObject({
      ...{ version: 1, kind: 'GROUP', borrowerName: 'Chór sąsiedzki', state: 'APPROVED', answeredBy: staff.name, hasContact: true },
      ...{
        heldFrom: at('2026-11-27T13:45'),
        heldTo: at('2026-11-27T16:15'),
        answeredAt: world.clock.in(0),
        requestedAt: world.clock.in(0),
      },
    });
    expect(dataOf(await reveal(staff, { id: booking.id })).revealed).toMatchObject({
      ...{ name: 'Zofia Czapla', email: 'zofia@example.org', phone: '+48220000134', words: 'Pianino.' },
    });
    expect(await eventsOf(world, booking.id)).toMatchObject([{ topic: 'booking', scope: place.id, version: 1 }]);
    expect(await auditOf(world, booking.id)).toContainEqual(
      expect.objectContaining({
        ...{
          action: 'booking.enter',
          actor_id: staff.personId,
          subject_type: 'booking',
          subject_label: null,
          district: 'wlochy',
          outcome: 'DONE',
        },
      }),
    );
  });

  it('shows a name in the calendar of groups only: a resident typed as one has none there', async () => {
    const place = await plantPlace(world);
    const booking = await aBooking(await staffOf(world, place), place, { kind: 'RESIDENT', groupName: 'Zofia Czapla' });
    expect(booking).toMatchObject({ kind: 'RESIDENT', borrowerName: null });
  });

  it.each(HOUSE_RULES)('is bound by the house: %s %s', async (path, rule, _limit, over) => {
    const place = await plantPlace(world);
    const answer = await onBooking(await staffOf(world, place), 'enterBooking', entered(place, over));
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
    // what staff may have, borrowers may have where it is no longer than theirs
    if (rule !== 'hoursOrder') await expectReal(world, place, othersOf(answer));
  });

  it('is not bound by what binds borrowers: length, how far ahead, a month', async () => {
    const place = await plantPlace(world, { perMonth: 1 });
    const staff = await staffOf(world, place);
    const email = 'sasiadka@example.org';
    await aBooking(staff, place, { endsAt: at('2026-11-27T14:15'), email });
    await aBooking(staff, place, { roomId: place.small, startsAt: at('2026-11-27T12:00'), endsAt: at('2026-11-27T20:00'), email });
    await aBooking(staff, place, { startsAt: at('2027-06-30T12:00'), endsAt: at('2027-06-30T13:00'), email });
    // they count for the address all the same
    const refused = await requestBooking(
      resident(world),
      await asked(world, place, { startsAt: at('2026-11-27T17:00'), endsAt: at('2026-11-27T18:00') }, email),
    );
    expect(errorOf(refused)).toMatchObject({ code: 'INVALID', fields: [{ rule: 'monthLimit' }] });
  });

  it('does not put two in one room, buffers included', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    await aBooking(staff, place);
    const answer = await onBooking(
      staff,
      'enterBooking',
      entered(place, { startsAt: at('2026-11-27T16:15'), endsAt: at('2026-11-27T17:00') }),
    );
    expect(errorOf(answer)).toEqual({ code: 'SPACE_TAKEN', alternatives: expect.any(Array) as unknown });
    await expectReal(world, place, othersOf(answer));
    await aBooking(staff, place, { startsAt: at('2026-11-27T16:30'), endsAt: at('2026-11-27T17:00') });
    expect(await bookingsOf(world, place.id)).toHaveLength(2 + othersOf(answer).length);
  });

  it.each([
    ['kind', 'choice', { kind: 'ORGANISATION' }],
    ['email', 'email', { email: 'zofia' }],
    ['phone', 'phone', { phone: '1' }],
    ['people', 'tooSmall', { people: 0 }],
    ['name', 'tooLong', { name: 'a'.repeat(121) }],
    ['groupName', 'tooLong', { groupName: 'a'.repeat(121) }],
  ])('refuses %s: %s', async (path, rule, over) => {
    const place = await plantPlace(world);
    const refused = errorOf(await onBooking(await staffOf(world, place), 'enterBooking', entered(place, over)));
    expect(refused).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
  });

  it('answers a repeated key once, and tells that an id is taken', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const input = { key: newId(), ...entered(place) };
    const first = await didBooking(staff, 'enterBooking', input);
    expect(await didBooking(staff, 'enterBooking', input)).toEqual(first);
    const again = errorOf(await onBooking(staff, 'enterBooking', { ...input, key: newId(), roomId: place.small }));
    expect(again).toMatchObject({ code: 'INVALID', fields: [{ path: 'id', rule: 'taken' }] });
    expect(await bookingsOf(world, place.id)).toHaveLength(1);
  });
});
