import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { visitor } from '../../../support/booking-own.ts';
import { friday, plantYear, useReadingWorld } from '../../../support/booking-letters.ts';
import { dataOf } from '../../../support/client.ts';
import { asked, requestBooking } from '../../../support/places.ts';

describe('the letter with a code', () => {
  const reading = useReadingWorld();
  const { world, settled, pass, lettersTo, box } = reading;
  const prove = (id: string, email = 'sasiadka@example.org') =>
    visitor(world).send('mutation ($input: ProveEmailInput!) { ok: proveEmail(input: $input) }', { input: { key: newId(), id, email } });

  it('comes at once and once, in three languages, and its code books a room', async () => {
    const id = newId();
    await prove(id, ' Sasiadka@example.org');
    await settled();
    const [letter, ...more] = lettersTo('sasiadka@example.org');
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('Warszawa Wspiera: kod do rezerwacji / a code for your booking / код для бронювання');
    const [code, ...codes] = new Set(letter?.text.match(/\d{6}/g));
    expect(codes).toEqual([]);
    for (const words of ['Kod do rezerwacji', 'Your code', 'Код для бронювання']) expect(letter?.text).toContain(words);

    const place = await plantYear(reading);
    const answer = await requestBooking(visitor(world), { ...(await asked(world, place, friday())), proofId: id, code });
    expect(dataOf(answer).booked.placeId).toBe(place.id);
    expect(world.logs.join('')).not.toContain(code ?? 'nothing');

    // the log from its beginning, by a follower that remembers nothing
    await world.orm.em.fork().execute('update log_follower set position = 0');
    await prove(newId(), 'inna@example.org');
    await settled();
    expect(lettersTo('sasiadka@example.org')).toHaveLength(1);
  });

  it('waits for a mail server that is down, and is not sent once the code has run out', async () => {
    await box().stop();
    const id = newId();
    await prove(id);
    await settled().catch(() => undefined);
    await box().start();
    await pass(600);
    await settled();
    expect(lettersTo('sasiadka@example.org')).toHaveLength(1);

    await box().stop();
    await prove(newId(), 'inna@example.org');
    await pass(2);
    await world.orm.em.fork().execute('update booking_proof set expires_at = made_at where email = ?', ['inna@example.org']);
    await box().start();
    await pass(600);
    await settled();
    expect(lettersTo('inna@example.org')).toEqual([]);
  });
});
