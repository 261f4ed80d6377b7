import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { friday, plantYear, shut, useReadingWorld, type LetterSeen } from '../../../support/booking-letters.ts';
import { didOwn } from '../../../support/booking-own.ts';
import { aMember } from '../../../support/network.ts';
import { aRequest, closing, didBooking, didPlace, staffOf, wish } from '../../../support/places.ts';

const WHO = 'sasiadka@example.org';

describe('the calendar part of a letter about a booking, read by another library', () => {
  const reading = useReadingWorld();
  const { world, pass, lettersTo, afterUndo } = reading;
  /** What each letter does in the calendar: nothing, or what the reader's own entry becomes. */
  const steps = (address = WHO) =>
    lettersTo(address).map(
      ({ calendar }) => calendar && [calendar.method, calendar.attendees[0]?.partstat, calendar.start.wall.slice(11, 16)],
    );
  const sequences = () => lettersTo(WHO).flatMap(({ calendar }) => calendar?.sequence ?? []);

  it('comes with the yes: where and when, and of whom nothing but the reader’s own address', async () => {
    const place = await plantYear(reading);
    const staff = await staffOf(world, place);
    const { id, code } = await aRequest(world, place, friday(), WHO);
    await afterUndo();
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    await afterUndo();

    const [asked, told] = lettersTo(WHO) as [LetterSeen, LetterSeen];
    expect(asked.calendar).toBeNull();
    expect(told.calendar).toMatchObject({
      ...{ method: 'REQUEST', status: 'CONFIRMED', uid: `${id}@warszawa-wspiera`, sequence: 2, url: `${world.url}/rezerwacja` },
      ...{ summary: 'Duża, MAL na próbę', location: 'MAL na próbę, Próbna 1' },
      start: { zone: 'Europe/Warsaw', wall: '2027-02-05T14:00:00', instant: new Date(friday().startsAt) },
      end: { zone: 'Europe/Warsaw', wall: '2027-02-05T16:00:00', instant: new Date(friday().endsAt) },
      organizer: { address: 'mailto:no-reply@example.org', name: 'Warszawa Wspiera' },
      attendees: [{ address: `mailto:${WHO}`, partstat: 'ACCEPTED', rsvp: 'FALSE' }],
    });
    expect(told.calendar?.description).toMatch(/Rezerwacja.*Your booking.*Бронювання/);
    expect(told.text).toContain(code);
    for (const secret of [code, 'kod=', staff.name, 'Zofia', '22 000']) expect(told.part).not.toContain(secret);
    expect(told.part.match(/[\w.-]+@example\.org/g)?.toSorted()).toEqual(['no-reply@example.org', WHO]);
  });

  it('moves with the booking, waits with it where it must be asked for again, and goes with a no', async () => {
    const place = await plantYear(reading);
    const staff = await staffOf(world, place);
    const { id, code } = await aRequest(world, place, friday(), WHO);
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    await afterUndo();
    await didBooking(staff, 'moveBooking', { id, version: 2, roomId: place.small, ...friday('17:00', '19:00') });
    await afterUndo();
    await didOwn(world, 'moveOwnBooking', { code, version: 3, roomId: place.small, ...friday('16:00', '19:00') });
    await afterUndo();
    await didBooking(staff, 'refuseBooking', { id, version: 4, reason: 'Próba chóru.' });
    await afterUndo();

    expect(steps()).toEqual([
      ['REQUEST', 'ACCEPTED', '14:00'],
      ['REQUEST', 'ACCEPTED', '17:00'],
      ['REQUEST', 'TENTATIVE', '16:00'],
      ['CANCEL', 'DECLINED', '16:00'],
    ]);
    expect(sequences()).toEqual([2, 3, 4, 5]);
    expect(new Set(lettersTo(WHO).map(({ calendar }) => calendar?.uid))).toEqual(new Set([`${id}@warszawa-wspiera`]));
    expect(lettersTo(WHO)[3]?.part).not.toContain('chóru');
  });

  it('goes with what the staff call off, and is in no letter about what was never in a calendar', async () => {
    const place = await plantYear(reading);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place, friday(), WHO);
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    const other = await aRequest(world, place, friday('17:00', '18:00'), 'inna@example.org');
    await afterUndo();
    await didBooking(staff, 'moveBooking', { id: other.id, version: 1, roomId: place.small, ...friday('17:00', '18:00') });
    await didBooking(staff, 'withdrawBooking', { id, reason: 'Zalana sala.' });
    await afterUndo();
    await didBooking(staff, 'refuseBooking', { id: other.id, version: 2, reason: 'Zalana sala.' });
    await afterUndo();

    expect(steps()).toEqual([
      ['REQUEST', 'ACCEPTED', '14:00'],
      ['CANCEL', 'DECLINED', '14:00'],
    ]);
    expect(lettersTo(WHO)[1]?.calendar?.status).toBe('CANCELLED');
    expect(steps('inna@example.org')).toEqual([null, null, null]);
  });

  it('goes with what its borrower gives back, and is told of nothing that was never in it', async () => {
    const place = await plantYear(reading);
    const staff = await staffOf(world, place);
    const { id, code } = await aRequest(world, place, friday(), WHO);
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    const other = await aRequest(world, place, friday('17:00', '18:00'), 'inna@example.org');
    await afterUndo();
    await didOwn(world, 'withdrawOwnBooking', { code });
    await didOwn(world, 'withdrawOwnBooking', { code: other.code });
    await afterUndo();

    expect(steps()).toEqual([
      ['REQUEST', 'ACCEPTED', '14:00'],
      ['CANCEL', 'DECLINED', '14:00'],
    ]);
    expect(steps('inna@example.org')).toEqual([null]);
  });

  it('has nothing to take back where the yes was taken back before it was told', async () => {
    const place = await plantYear(reading);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place, friday(), WHO);
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    await pass(10);
    await didBooking(staff, 'withdrawBooking', { id, reason: 'Pomyłka.' });
    await afterUndo();
    await afterUndo();
    expect(steps()).toEqual([null]);
  });

  it('goes with a closing and comes back with the hours', async () => {
    const place = await plantYear(reading, 'AT_ONCE');
    const staff = await staffOf(world, place);
    await aRequest(world, place, friday(), WHO);
    await afterUndo();
    const closure = closing(place, shut);
    await didPlace(staff, 'closePlace', closure);
    await afterUndo();
    await didPlace(staff, 'reopenPlace', { id: closure.id });
    await afterUndo();
    expect(steps()).toEqual([
      ['REQUEST', 'ACCEPTED', '14:00'],
      ['CANCEL', 'DECLINED', '14:00'],
      ['REQUEST', 'ACCEPTED', '14:00'],
    ]);
    expect(sequences()).toEqual([1, 2, 3]);
  });

  it('is for whoever booked for an organisation as well', async () => {
    const place = await plantYear(reading, 'AT_ONCE');
    const member = await aMember(world);
    const [person] = await world.orm.em
      .fork()
      .execute<{ email: string }[]>('select email from person where id = ?', [member.actor.personId]);
    const id = newId();
    const { organisationId } = member;
    await didBooking(member.actor, 'bookForOrganisation', { id, ...wish(place, friday()), organisationId, rulesVersion: 1 });
    await afterUndo();
    expect(lettersTo(person?.email ?? '').find(({ calendar }) => calendar)?.calendar).toMatchObject({
      ...{ method: 'REQUEST', uid: `${id}@warszawa-wspiera`, url: `${world.url}/rezerwacja` },
      attendees: [{ address: `mailto:${person?.email ?? ''}`, partstat: 'ACCEPTED' }],
    });
  });
});
