import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { reveal, THEIR_BOOKINGS, type TheirsSeen } from '../../support/booking-own.ts';
import { BORROWER_RULES, expectReal, HOUSE_RULES } from '../../support/booking-rules.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aMember, type Member } from '../../support/network.ts';
import { at, didBooking, onBooking, othersOf, plantPlace, staffOf, wish, type PlantedPlace } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('bookForOrganisation', () => {
  const world = useWorld();
  const forOrganisation = (place: PlantedPlace, { organisationId }: Member, over: object = {}) => ({
    ...{ id: newId(), ...wish(place), organisationId, rulesVersion: 1, ...over },
  });
  const bookingsOfOrganisation = ({ actor, organisationId }: Member) =>
    actor.send<{ theirs: TheirsSeen }>(THEIR_BOOKINGS, { id: organisationId });

  it('asks in the name of the organisation, which is shown; who wrote is kept apart', async () => {
    const place = await plantPlace(world);
    const member = await aMember(world);
    const booking = await didBooking(member.actor, 'bookForOrganisation', forOrganisation(place, member, { words: 'Rzutnik.' }));
    expect(booking).toMatchObject({ kind: 'ORGANISATION', borrowerName: member.organisationName, state: 'REQUESTED', hasContact: true });
    const [person] = await world.orm.em
      .fork()
      .execute<{ email: string; display_name: string }[]>('select email, display_name from person where id = ?', [member.actor.personId]);
    expect(dataOf(await reveal(await staffOf(world, place), { id: booking.id })).revealed).toMatchObject({
      ...{ name: person?.display_name, email: person?.email, phone: null, words: 'Rzutnik.' },
    });
    expect(await eventsOf(world, booking.id)).toMatchObject([{ topic: 'booking', scope: place.id, version: 1 }]);
    expect(await auditOf(world, booking.id)).toContainEqual(
      expect.objectContaining({
        ...{ action: 'booking.request-for', actor_id: member.actor.personId, subject_type: 'booking', outcome: 'DONE' },
      }),
    );
  });

  it('is yes at once where the house says so, and is listed with the organisation’s own, what is over left out', async () => {
    const place = await plantPlace(world, { approval: 'AT_ONCE' });
    const [member, other] = [await aMember(world), await aMember(world)];
    const late = await didBooking(member.actor, 'bookForOrganisation', forOrganisation(place, member));
    const early = await didBooking(
      member.actor,
      'bookForOrganisation',
      forOrganisation(place, member, { startsAt: at('2026-11-27T12:00'), endsAt: at('2026-11-27T13:00') }),
    );
    await didBooking(other.actor, 'bookForOrganisation', forOrganisation(place, other, { roomId: place.small }));
    expect(late.state).toBe('APPROVED');
    const { bookings: own } = dataOf(await bookingsOfOrganisation(member)).theirs;
    expect(own.map(({ booking }) => booking.id)).toEqual([early.id, late.id]);
    expect(own[0]).toMatchObject({ place: { id: place.id }, roomName: 'Duża', rulesVersion: 1, canChange: true, alternatives: [] });
    world.clock.set(at('2026-11-27T13:00'));
    expect(dataOf(await bookingsOfOrganisation(member)).theirs.bookings.map(({ booking }) => booking.id)).toEqual([late.id]);
    expect(errorOf(await bookingsOfOrganisation({ ...member, organisationId: other.organisationId }))).toEqual({ code: 'NOT_FOUND' });
  });

  it.each([...HOUSE_RULES, ...BORROWER_RULES])('is bound as everybody: %s %s', async (path, rule, _limit, over) => {
    const place = await plantPlace(world);
    const member = await aMember(world);
    const answer = await onBooking(member.actor, 'bookForOrganisation', forOrganisation(place, member, over));
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
    await expectReal(world, place, othersOf(answer));
  });

  it('counts a month for the organisation, whoever of it books', async () => {
    const place = await plantPlace(world, { perMonth: 1, daysAhead: 90 });
    const member = await aMember(world);
    const day = (iso: string) => ({ startsAt: at(`${iso}T14:00`), endsAt: at(`${iso}T15:00`) });
    await didBooking(member.actor, 'bookForOrganisation', forOrganisation(place, member, day('2026-12-02')));
    await didBooking(member.actor, 'bookForOrganisation', forOrganisation(place, member, day('2027-01-05')));
    const answer = await onBooking(member.actor, 'bookForOrganisation', forOrganisation(place, member, day('2026-12-03')));
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path: 'startsAt', rule: 'monthLimit', limit: 1 }] });
    const others = othersOf(answer);
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) {
      const { id } = await didBooking(member.actor, 'bookForOrganisation', forOrganisation(place, member, other));
      await didBooking(member.actor, 'withdrawBooking', { id });
    }
    const another = await aMember(world);
    await didBooking(another.actor, 'bookForOrganisation', forOrganisation(place, another, day('2026-12-03')));
  });

  it('asks for the house rules that hold now', async () => {
    const place = await plantPlace(world);
    const member = await aMember(world);
    const answer = await onBooking(member.actor, 'bookForOrganisation', forOrganisation(place, member, { rulesVersion: 0 }));
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path: 'rulesVersion', rule: 'rulesVersion', limit: 1 }] });
  });

  it('answers a repeated key once', async () => {
    const place = await plantPlace(world);
    const member = await aMember(world);
    const input = { key: newId(), ...forOrganisation(place, member) };
    const first = await didBooking(member.actor, 'bookForOrganisation', input);
    expect(await didBooking(member.actor, 'bookForOrganisation', input)).toEqual(first);
    expect(dataOf(await bookingsOfOrganisation(member)).theirs.bookings).toHaveLength(1);
  });
});
