import { describe, expect, it } from 'vitest';
import { friday, plantYear, POLISH_DAY, useReadingWorld } from '../../../support/booking-letters.ts';
import { didOwn } from '../../../support/booking-own.ts';
import { aMember } from '../../../support/network.ts';
import { newId } from '@ww/shared/id';
import { aBooking, aRequest, didBooking, staffOf, wish } from '../../../support/places.ts';

const WHO = 'sasiadka@example.org';

describe('letters about a booking', () => {
  const reading = useReadingWorld();
  const { world, settled, pass, lettersTo, afterUndo } = reading;
  const subjects = (address = WHO) => lettersTo(address).map(({ subject }) => subject.split(' / ')[0]);

  it('tell half a minute later that a request has arrived, and where to look after it', async () => {
    const place = await plantYear(reading);
    const { code } = await aRequest(world, place, friday(), WHO);
    await settled();
    await pass(29);
    await settled();
    expect(lettersTo(WHO)).toEqual([]);
    await pass(6);
    await settled();
    const [letter, ...more] = lettersTo(WHO);
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('Warszawa Wspiera: prośba o salę przyjęta / your request for a room has arrived / запит на залу отримано');
    expect(letter?.text).toContain(`MAL na próbę, Próbna 1, +48223004220\n${POLISH_DAY}, 14:00–16:00, Duża\n`);
    expect(letter?.text).toMatch(/^Friday,? 5 February 2027, 14:00–16:00, Duża$/m);
    expect(letter?.text).toMatch(/^п[’ʼ]ятниця, 5 лютого 2027.*, 14:00–16:00, Duża$/m);
    for (const prefix of ['', '/en', '/uk']) expect(letter?.text).toContain(`${world.url}${prefix}/rezerwacja#kod=${code}\n`);
  });

  it('tell a yes, and not the request where the yes came at once', async () => {
    const place = await plantYear(reading);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place, friday(), WHO);
    await afterUndo();
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    await afterUndo();
    await aRequest(world, await plantYear(reading, 'AT_ONCE'), friday(), 'inna@example.org');
    await afterUndo();
    expect(subjects()).toEqual(['Warszawa Wspiera: prośba o salę przyjęta', 'Warszawa Wspiera: sala zarezerwowana']);
    expect(subjects('inna@example.org')).toEqual(['Warszawa Wspiera: sala zarezerwowana']);
    expect(lettersTo(WHO)[1]?.text).toContain('Jeśli nie przyjdziesz, zwolnij ją');
  });

  it('tell a no with its reason, in words and not in the subject', async () => {
    const place = await plantYear(reading);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place, friday(), WHO);
    await didBooking(staff, 'refuseBooking', { id, version: 1, reason: 'W tym czasie jest próba chóru.' });
    await afterUndo();
    const [letter, ...more] = lettersTo(WHO);
    expect(more).toEqual([]);
    expect(letter?.subject).toMatch(/odpowiedź na prośbę/);
    expect(letter?.text.match(/W tym czasie jest próba chóru\./g)).toHaveLength(3);
    expect(letter?.text).not.toContain(staff.name);
  });

  it('tell another time once it stays so, whoever moved it; and that it waits again or has its yes before that', async () => {
    const place = await plantYear(reading);
    const staff = await staffOf(world, place);
    const { id, code } = await aRequest(world, place, friday(), WHO);
    await didBooking(staff, 'approveBooking', { id, version: 1 });
    await afterUndo();
    await didBooking(staff, 'moveBooking', { id, version: 2, roomId: place.large, ...friday('13:00', '15:00') });
    await pass(10);
    await didBooking(staff, 'moveBooking', { id, version: 3, roomId: place.small, ...friday('17:00', '19:00') });
    await afterUndo();
    await didOwn(world, 'moveOwnBooking', { code, version: 4, roomId: place.small, ...friday('16:00', '19:00') });
    await afterUndo();
    await didBooking(staff, 'moveBooking', { id, version: 5, roomId: place.small, ...friday('16:30', '19:00') });
    await didBooking(staff, 'approveBooking', { id, version: 6 });
    await afterUndo();
    expect(subjects()).toEqual([
      'Warszawa Wspiera: sala zarezerwowana',
      'Warszawa Wspiera: rezerwacja zmieniona',
      'Warszawa Wspiera: prośba o salę przyjęta',
      'Warszawa Wspiera: sala zarezerwowana',
    ]);
    const times = lettersTo(WHO).map(({ text }) => /5 lutego 2027, (.+)/.exec(text)?.[1]);
    expect(times).toEqual(['14:00–16:00, Duża', '17:00–19:00, Pracownia', '16:00–19:00, Pracownia', '16:30–19:00, Pracownia']);
  });

  it('tell nothing of what has come back by then', async () => {
    const place = await plantYear(reading);
    const staff = await staffOf(world, place);
    const { id } = await aBooking(staff, place, { ...friday(), email: WHO, name: 'Zofia Czapla', kind: 'RESIDENT' });
    await afterUndo();
    await didBooking(staff, 'moveBooking', { id, version: 1, roomId: place.small, ...friday() });
    await pass(20);
    await didBooking(staff, 'moveBooking', { id, version: 2, roomId: place.large, ...friday() });
    await afterUndo();
    expect(subjects()).toEqual(['Warszawa Wspiera: sala zarezerwowana']);
  });

  it('tell what the staff called off, with the reason; and thanks to who gave back what was theirs; nothing to who never came', async () => {
    const place = await plantYear(reading, 'AT_ONCE');
    const staff = await staffOf(world, place);
    const one = await aRequest(world, place, friday(), WHO);
    const other = await aRequest(world, place, friday('17:00', '18:00'), 'inna@example.org');
    const third = await aRequest(world, place, friday('18:30', '19:00'), 'trzecia@example.org');
    await afterUndo();
    await didBooking(staff, 'withdrawBooking', { id: one.id, reason: 'Zalana sala.' });
    await didOwn(world, 'withdrawOwnBooking', { code: other.code });
    await afterUndo();
    expect(subjects()).toEqual(['Warszawa Wspiera: sala zarezerwowana', 'Warszawa Wspiera: rezerwacja odwołana']);
    expect(lettersTo(WHO)[1]?.text).toContain('Powód: Zalana sala.');
    expect(subjects('inna@example.org')).toEqual(['Warszawa Wspiera: sala zarezerwowana', 'Warszawa Wspiera: sala oddana']);

    // its time has come and gone
    await world.orm.em.fork().execute(
      `update booking set starts_at = ?::timestamptz - interval '3 hours', ends_at = ?::timestamptz - interval '2 hours',
         held_from = ?::timestamptz - interval '3 hours', held_to = ?::timestamptz - interval '1 hour' where id = ?`,
      [world.clock.now(), world.clock.now(), world.clock.now(), world.clock.now(), third.id],
    );
    await didBooking(staff, 'markNoShow', { id: third.id });
    await afterUndo();
    expect(subjects('trzecia@example.org')).toHaveLength(1);
  });

  it('go to who booked for an organisation, without a code, and to nobody where no address is known', async () => {
    const place = await plantYear(reading, 'AT_ONCE');
    const member = await aMember(world);
    const [person] = await world.orm.em
      .fork()
      .execute<{ email: string }[]>('select email from person where id = ?', [member.actor.personId]);
    const { organisationId } = member;
    await didBooking(member.actor, 'bookForOrganisation', { id: newId(), ...wish(place, friday()), organisationId, rulesVersion: 1 });
    await aBooking(await staffOf(world, place), place, friday('17:00', '18:00'));
    await afterUndo();
    const [letter] = lettersTo(person?.email ?? '');
    expect(letter?.text).toContain(`${world.url}/rezerwacja\n`);
    expect(letter?.text).not.toContain('#kod');
    const about = reading.box().letters.filter(({ subject }) => /zarezerwowana/.test(subject ?? ''));
    expect(about).toHaveLength(1);
  });
});
