import { RATE_LIMITS } from '@ww/server/platform/limits';
import { newId } from '@ww/shared/id';
import { describe, expect, it, vi } from 'vitest';
import { resident } from '../../support/actors.ts';
import { visitor } from '../../support/booking-own.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { asked, plantPlace, requestBooking } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

const PROVE = 'mutation ($input: ProveEmailInput!) { ok: proveEmail(input: $input) }';

describe('proveEmail', () => {
  const world = useWorld();
  const prove = (by = visitor(world), over: object = {}) =>
    by.send<{ ok: boolean }>(PROVE, { input: { key: newId(), id: newId(), email: 'sasiadka@example.org', ...over } });
  const proofs = () =>
    world.orm.em.fork().execute<{ id: string; email: string; made_at: Date; expires_at: Date }[]>('select * from booking_proof');

  it('sends a code to the address, with which one may book for an hour; nothing but the letter holds it', async () => {
    const id = newId();
    const answer = await prove(visitor(world), { id, email: ' Sasiadka@Example.org ' });
    expect(answer.data).toEqual({ ok: true });

    await vi.waitFor(() => expect(world.letters).toHaveLength(1), 15_000);
    const [letter] = world.letters;
    expect(letter?.to).toBe('sasiadka@example.org');
    const [, code = ''] = /(\d{6})/.exec(letter?.text ?? '') ?? [];
    expect(letter?.subject).not.toMatch(/\d/);
    const [row, ...more] = await proofs();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ id, email: 'sasiadka@example.org' });
    expect(new Date(row?.expires_at ?? 0).toISOString()).toBe(world.clock.in(3_600));
    expect(JSON.stringify([answer, row, world.logs])).not.toContain(code);
    const place = await plantPlace(world);
    dataOf(await requestBooking(visitor(world), await asked(world, place, { proofId: id, code })));

    expect(await eventsOf(world, id)).toMatchObject([{ topic: 'proof', scope: null, version: 1 }]);
    // whose address it is, is nobody's business
    expect(await auditOf(world, id)).toEqual([]);
    expect(await world.orm.em.fork().execute(`select 1 from audit_entry where action = 'booking.prove'`)).toEqual([]);
  });

  it('answers a repeated key once, and tells that an id is taken', async () => {
    const input = { key: newId(), id: newId() };
    for (let each = 0; each < 2; each++) expect((await prove(visitor(world), input)).data).toEqual({ ok: true });
    expect(await proofs()).toHaveLength(1);
    const again = errorOf(await prove(visitor(world), { ...input, key: newId(), email: 'inna@example.org' }));
    expect(again).toMatchObject({ code: 'INVALID', fields: [{ path: 'id', rule: 'taken' }] });
    expect((await proofs()).map(({ email }) => email)).toEqual(['sasiadka@example.org']);
  });

  it.each([
    ['', 'required'],
    ['sasiadka', 'email'],
    [`${'a'.repeat(250)}@example.org`, 'tooLong'],
  ])('refuses %s: %s', async (email, rule) => {
    expect(errorOf(await prove(visitor(world), { email }))).toMatchObject({ code: 'INVALID', fields: [{ path: 'email', rule }] });
    expect(await proofs()).toEqual([]);
  });

  it('writes to one address five times in a quarter of an hour, whoever asks and however it is written', async () => {
    for (let each = 0; each < RATE_LIMITS.proveEmailTo.hits; each++)
      dataOf(await prove(visitor(world), { email: each % 2 ? 'sasiadka@example.org' : 'SASIADKA@example.org' }));
    expect(errorOf(await prove())).toMatchObject({ code: 'RATE_LIMITED', retryAfter: RATE_LIMITS.proveEmailTo.seconds });
    dataOf(await prove(visitor(world), { email: 'inna@example.org' }));
    world.clock.advance(RATE_LIMITS.proveEmailTo.seconds);
    dataOf(await prove());
  });

  it('is asked from one address twenty times in an hour; a form with a mistake costs nothing', async () => {
    const by = resident(world, '192.0.2.77');
    for (let each = 0; each < 25; each++) expect(errorOf(await prove(by, { email: 'x' })).code).toBe('INVALID');
    for (let each = 0; each < RATE_LIMITS.proveEmail.hits; each++) dataOf(await prove(by, { email: `osoba${each}@example.org` }));
    expect(errorOf(await prove(by, { email: 'inna@example.org' })).code).toBe('RATE_LIMITED');
    dataOf(await prove(visitor(world), { email: 'inna@example.org' }));
  });
});
