import { newId } from '@ww/shared/id';
import { smtpMail } from '@ww/server/platform/mail';
import { describe, expect, it } from 'vitest';
import { FROM, friday, plantYear, shut, useReadingWorld } from '../../../support/booking-letters.ts';
import { didOwn, ownBooking } from '../../../support/booking-own.ts';
import { aRequest, closing, didPlace, staffOf } from '../../../support/places.ts';
import { openSecondApp } from '../../../support/second-app.ts';

const WHO = 'sasiadka@example.org';

describe('letters about a closing', () => {
  const reading = useReadingWorld();
  const { world, pass, lettersTo, afterUndo, settled } = reading;
  const subjects = (address = WHO) => lettersTo(address).map(({ subject }) => subject.split(' / ')[0]);
  const [BOOKED, HELD, BACK] = ['sala zarezerwowana', 'zmiana godzin otwarcia, rezerwacja wstrzymana', 'rezerwacja znów aktualna'].map(
    (words) => `Warszawa Wspiera: ${words}`,
  );

  it('tell once what falls into it, with times that are really free; and that it is on again', async () => {
    const place = await plantYear(reading, 'AT_ONCE');
    const staff = await staffOf(world, place);
    const { code } = await aRequest(world, place, friday(), WHO);
    await aRequest(world, place, friday('12:15', '13:15'), 'rano@example.org');
    await afterUndo();
    const closure = closing(place, shut);
    await didPlace(staff, 'closePlace', closure);
    await afterUndo();
    await afterUndo();
    expect(subjects()).toEqual([BOOKED, HELD]);
    expect(subjects('rano@example.org')).toEqual([BOOKED]);

    const [, letter] = lettersTo(WHO);
    const offered = [...(letter?.text ?? '').matchAll(/^- (\S+, \d+ \S+ 2027), (\d\d:\d\d)–(\d\d:\d\d), (\S+)$/gm)];
    const { alternatives, rooms } = await ownBooking(world, code);
    expect(alternatives.length).toBeGreaterThan(0);
    const wall = (iso: string, options: object) => new Date(iso).toLocaleString('pl', { timeZone: 'Europe/Warsaw', ...options });
    expect(offered.slice(0, alternatives.length).map(([, day, from, until, room]) => [day, from, until, room])).toEqual(
      alternatives.map(({ roomId, startsAt, endsAt }) => [
        wall(startsAt, { dateStyle: 'full' }),
        ...[startsAt, endsAt].map((each) => wall(each, { timeStyle: 'short' })),
        rooms.find(({ id }) => id === roomId)?.name,
      ]),
    );

    await didPlace(staff, 'reopenPlace', { id: closure.id });
    await afterUndo();
    expect(subjects()).toEqual([BOOKED, HELD, BACK]);
    expect(subjects('rano@example.org')).toEqual([BOOKED]);
  });

  it('are none when it reopens within the undo window, also where the booking itself is as fresh', async () => {
    const place = await plantYear(reading, 'AT_ONCE');
    const staff = await staffOf(world, place);
    await aRequest(world, place, friday(), WHO);
    await afterUndo();
    // a second one whose first letter falls due while the place is shut by mistake
    await aRequest(world, place, friday('17:00', '18:00'), 'inna@example.org');
    await settled();
    await pass(20);
    const closure = closing(place, shut);
    await didPlace(staff, 'closePlace', closure);
    await settled();
    await pass(20);
    await settled();
    await didPlace(staff, 'reopenPlace', { id: closure.id });
    await afterUndo();
    await afterUndo();
    expect(subjects()).toEqual([BOOKED]);
    expect(subjects('inna@example.org')).toEqual([BOOKED]);
  });

  it('tell the time that the borrower picked instead', async () => {
    const place = await plantYear(reading, 'AT_ONCE');
    const staff = await staffOf(world, place);
    const { code } = await aRequest(world, place, friday(), WHO);
    await afterUndo();
    await didPlace(staff, 'closePlace', closing(place, shut));
    await afterUndo();
    const { alternatives, booking } = await ownBooking(world, code);
    await didOwn(world, 'moveOwnBooking', { code, version: booking.version, ...alternatives[0] });
    await afterUndo();
    expect(subjects()).toEqual([BOOKED, HELD, 'Warszawa Wspiera: rezerwacja zmieniona']);
  });

  it('say so where nothing is free for three weeks', async () => {
    const place = await plantYear(reading, 'AT_ONCE');
    const staff = await staffOf(world, place);
    await aRequest(world, place, friday(), WHO);
    await afterUndo();
    const from = new Date(Date.parse(shut.from) - 30 * 86_400_000).toISOString();
    const to = new Date(Date.parse(shut.from) + 30 * 86_400_000).toISOString();
    await didPlace(staff, 'closePlace', closing(place, { id: newId(), from, to }));
    await afterUndo();
    expect(subjects()).toEqual([BOOKED, HELD]);
    expect(lettersTo(WHO)[1]?.text).toContain('- w najbliższych trzech tygodniach nic wolnego; zadzwoń do nas');
  });

  it('come once, however often the jobs run, the log is read or the server starts', async () => {
    const place = await plantYear(reading, 'AT_ONCE');
    const staff = await staffOf(world, place);
    await aRequest(world, place, friday(), WHO);
    await afterUndo();
    await didPlace(staff, 'closePlace', closing(place, shut));
    await afterUndo();
    expect(subjects()).toEqual([BOOKED, HELD]);
    const em = world.orm.em.fork();
    let hour = 12;
    const more = async () => {
      const times = friday(`${hour}:00`, `${hour}:30`);
      hour++;
      await aRequest(world, place, { roomId: place.small, ...times }, `osoba-${newId()}@example.org`);
      await afterUndo();
    };
    // the log from its beginning, by a server that remembers nothing
    await em.execute('update log_follower set position = 0');
    const second = await openSecondApp(world, { mail: smtpMail(reading.box().url, FROM) });
    await more();
    await second.close();
    // the jobs that tell, once more
    await em.execute(`update jobs.job set state = 'created', completed_on = null where name = 'booking-mail'`);
    await pass(5);
    await settled();
    expect(subjects()).toEqual([BOOKED, HELD]);
    // and when the queue has forgotten it all
    await em.execute(`delete from jobs.job where name = 'booking-mail'`);
    await em.execute('update log_follower set position = 0');
    await more();
    expect(subjects()).toEqual([BOOKED, HELD]);
  });
});
