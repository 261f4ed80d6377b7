import { describe, expect, it } from 'vitest';
import { visitor } from '../../support/booking-own.ts';
import { BORROWER_RULES, expectReal, fillMonth, HOUSE_RULES } from '../../support/booking-rules.ts';
import { dataOf, errorOf, type Answer } from '../../support/client.ts';
import {
  aBooking,
  asked,
  at,
  othersOf,
  plantPlace,
  requestBooking,
  staffOf,
  type Booked,
  type PlantedPlace,
} from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('rules of the house', () => {
  const world = useWorld();
  const ask = async (place: PlantedPlace, over: object, email?: string): Promise<Answer<{ booked: Booked }>> =>
    requestBooking(visitor(world), await asked(world, place, over, email));

  it.each([...HOUSE_RULES, ...BORROWER_RULES])('%s: %s (%s), with times that would do', async (path, rule, limit, over) => {
    const place = await plantPlace(world);
    const answer = await ask(place, over);
    const error = limit === undefined ? { path, rule } : { path, rule, limit };
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [error] });
    const others = othersOf(answer);
    // nothing is large enough for more than the largest room
    if (rule === 'tooManyPeople') expect(others).toEqual([]);
    else expect(others.length).toBeGreaterThan(0);
    await expectReal(world, place, others);
  });

  it('name every field at once', async () => {
    const place = await plantPlace(world);
    const answer = await ask(place, { people: 31, endsAt: at('2026-11-27T18:15') });
    expect(errorOf(answer).fields?.map(({ path, rule }) => [path, rule])).toEqual([
      ['endsAt', 'bookingTooLong'],
      ['people', 'tooManyPeople'],
    ]);
  });

  it('propose the room that is large enough, at the same time first and once', async () => {
    const place = await plantPlace(world);
    const answer = await ask(place, { roomId: place.small, people: 13 });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path: 'people', rule: 'tooManyPeople', limit: 12 }] });
    const others = othersOf(answer);
    expect(others[0]).toEqual({ roomId: place.large, startsAt: at('2026-11-27T14:00'), endsAt: at('2026-11-27T16:00') });
    await expectReal(world, place, others, { people: 13 });
  });

  it.each(['STAFF', 'AT_ONCE'] as const)(
    'what is taken (%s) is refused with another room and other times, buffers included',
    async (approval) => {
      const place = await plantPlace(world, { approval });
      await aBooking(await staffOf(world, place), place);
      for (const [from, to] of [
        ['14:00', '16:00'],
        ['15:45', '16:30'],
        // it would have to be set up while the other one is cleaned
        ['16:15', '17:00'],
        ['12:30', '13:45'],
      ]) {
        const times = { startsAt: at(`2026-11-27T${from}`), endsAt: at(`2026-11-27T${to}`) };
        const answer = await ask(place, times);
        expect(errorOf(answer)).toEqual({ code: 'SPACE_TAKEN', alternatives: expect.any(Array) as unknown });
        const others = othersOf(answer);
        expect(others[0]).toEqual({ roomId: place.small, ...times });
        expect(others.some(({ roomId }) => roomId === place.large)).toBe(true);
        await expectReal(world, place, others);
      }
      dataOf(await ask(place, { startsAt: at('2026-11-27T16:30'), endsAt: at('2026-11-27T17:00') }));
      dataOf(await ask(place, { startsAt: at('2026-11-27T12:30'), endsAt: at('2026-11-27T13:30') }));
    },
  );

  it('a month of one address is full, however it is written, and the next one is proposed', async () => {
    const place = await plantPlace(world, { perMonth: 2 });
    await fillMonth(world, place, 2, 'sasiadka@example.org');
    const prove = async (email: string) =>
      dataOf(
        await visitor(world).send<{ ok: boolean }>('mutation ($input: ProveEmailInput!) { ok: proveEmail(input: $input) }', {
          input: { key: (await asked(world, place)).id, id: (await asked(world, place)).id, email },
        }),
      ).ok;
    expect(await prove(' SASIADKA@Example.ORG ')).toBe(true);
    const [proof] = await world.orm.em
      .fork()
      .execute<{ id: string; email: string }[]>(`select id, email from booking_proof order by id desc limit 1`);
    expect(proof?.email).toBe('sasiadka@example.org');
    const code = world.app.services.secrets.proofCode(proof?.id ?? '');
    const times = { startsAt: at('2026-12-31T14:00'), endsAt: at('2026-12-31T15:00') };
    const answer = await ask(place, { ...times, proofId: proof?.id, code });
    expect(errorOf(answer)).toMatchObject({ code: 'INVALID', fields: [{ path: 'startsAt', rule: 'monthLimit', limit: 2 }] });
    const others = othersOf(answer);
    expect(others.length).toBeGreaterThan(0);
    for (const { startsAt } of others) expect(startsAt >= at('2027-01-01T00:00')).toBe(true);
    await expectReal(world, place, others);
    // another month, another address, another place
    dataOf(await ask(place, {}));
    dataOf(await ask(place, times, 'inna@example.org'));
    const elsewhere = await plantPlace(world, { perMonth: 2 });
    dataOf(await ask(elsewhere, times));
  });

  it('no month that is full is proposed, whichever rule was broken', async () => {
    const place = await plantPlace(world, { perMonth: 1, daysAhead: 120 });
    const email = 'sasiadka@example.org';
    await fillMonth(world, place, 1, email, '2026-12-02');
    await fillMonth(world, place, 1, email, '2027-01-05');
    // the last open day before a full month, in the evening
    const closed = { startsAt: at('2026-11-27T19:30'), endsAt: at('2026-11-27T21:00') };
    const full = { startsAt: at('2026-12-10T14:00'), endsAt: at('2026-12-10T15:00') };
    for (const [over, rule] of [
      [closed, 'placeClosed'],
      [full, 'monthLimit'],
    ] as const) {
      const answer = await ask(place, over, email);
      expect(errorOf(answer)).toMatchObject({ fields: [{ path: 'startsAt', rule }] });
      expect(othersOf(answer).length).toBeGreaterThan(0);
      await expectReal(world, place, othersOf(answer), {}, email);
    }
  });

  it('what was called off or refused does not count for the month, what nobody came to does', async () => {
    const place = await plantPlace(world, { perMonth: 1 });
    const email = 'sasiadka@example.org';
    const { id } = dataOf(await ask(place, { startsAt: at('2026-11-27T12:00'), endsAt: at('2026-11-27T13:00') }, email)).booked;
    const set = (state: string) => world.orm.em.fork().execute('update booking set state = ? where id = ?', [state, id]);
    for (const state of ['REQUESTED', 'APPROVED', 'NO_SHOW']) {
      await set(state);
      expect(errorOf(await ask(place, { roomId: place.small }, email))).toMatchObject({ fields: [{ rule: 'monthLimit' }] });
    }
    await set('REFUSED');
    const again = dataOf(await ask(place, {}, email)).booked;
    await world.orm.em.fork().execute(`update booking set state = 'WITHDRAWN' where id = ?`, [again.id]);
    dataOf(await ask(place, {}, email));
  });
});
