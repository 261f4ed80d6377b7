import { normaliseCode, newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { ownRequest } from '../support/own.ts';
import { aRequest, aSubmitted, intake, reveal, SUBMIT } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

describe('submitRequest', () => {
  const world = useWorld();

  it('takes a request from a resident: a number, a code that opens it, an event, an audit entry of no person', async () => {
    const halina = resident(world);
    const id = newId();
    const { number, district, code } = await aSubmitted(world, halina, { id, kind: 'SHOPPING', errand: 'PHARMACY' });

    expect({ number, district }).toEqual({ number: 1, district: 'wlochy' });
    expect(normaliseCode(code)).toBe(code);
    const now = world.clock.now().toISOString();
    expect(await ownRequest(halina, code.toLowerCase().replaceAll('-', ' '))).toEqual({
      ...{
        number,
        district,
        kind: 'SHOPPING',
        errand: 'PHARMACY',
        state: 'NEW',
        words: 'Chleb, mleko i jabłka.',
        createdAt: now,
        version: 1,
      },
      ...{ triagedAt: null, acceptedAt: null, startedAt: null, closedAt: null, dueFrom: null, dueTo: world.clock.in(4 * 3_600) },
      ...{ canAmend: true, canWithdraw: true, helperFirstName: null, cancelReason: null, cursor: expect.any(String) as string },
    });
    expect(await eventsOf(world, id)).toMatchObject([{ topic: 'request', scope: 'wlochy', version: 1 }]);
    const who = { actor_id: null, actor_name: null, to_name: null, reason: null };
    expect(await auditOf(world, id)).toEqual([
      { action: 'request.submit', subject_type: 'request', subject_label: '1', district: 'wlochy', outcome: 'DONE', ...who },
    ]);
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    expect(await reveal(anna, id)).toMatchObject({
      person: { name: 'Halina Wilga', phone: '+48220000134' },
      address: { street: 'Krakowiaków', house: '18', flat: '4' },
    });
  });

  it('comes to the queue as new, from the web, of ordinary priority, changed by nobody of the staff', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    // also when someone of the staff fills in the public form
    await aSubmitted(world, anna);
    const queue = 'query { queue(district: "wlochy") { rows { state channel priority changedByName } } }';
    expect(dataOf(await anna.send<object>(queue))).toEqual({
      queue: { rows: [{ state: 'NEW', channel: 'WEB', priority: 'NORMAL', changedByName: null }] },
    });
  });

  it('keeps the code only as a hash, and makes each code anew', async () => {
    const [one, other] = [await aSubmitted(world, resident(world)), await aSubmitted(world, resident(world))];
    expect(one.code).not.toBe(other.code);
    const [stored] = await world.orm.em
      .fork()
      .execute<{ whole: string; code_hash: string }[]>('select r::text as whole, code_hash from help_request r where id = ?', [one.id]);
    expect(stored?.code_hash).toMatch(/^[\w-]{43}$/);
    for (const part of [one.code, one.code.replaceAll('-', ''), one.code.toLowerCase()]) expect(stored?.whole).not.toContain(part);
    const keys = await world.orm.em.fork().execute<{ all: string }[]>('select k::text as all from command_key k');
    expect(JSON.stringify(keys)).not.toContain(one.code);
  });

  it('counts on from the numbers that were given on the phone', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    expect((await aRequest(world, anna)).number).toBe(1);
    expect((await aSubmitted(world, resident(world))).number).toBe(2);
    expect((await aSubmitted(world, resident(world), { district: 'ochota' })).number).toBe(1);
  });

  it('answers the same again for the same key, code included, and counts once', async () => {
    const halina = resident(world);
    const input = intake(world);
    const first = await halina.send(SUBMIT, { input });
    const before = await snapshotOf(world);
    world.clock.advance(5);
    expect(await halina.send(SUBMIT, { input })).toEqual(first);
    expect(errorOf(await halina.send(SUBMIT, { input: { ...input, words: 'Inne.' } }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'key', rule: 'keyReused' }],
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('does not give the code of a request that somebody else made', async () => {
    const { id } = await aSubmitted(world, resident(world));
    const thief = resident(world, '198.51.100.66');
    expect(errorOf(await thief.send(SUBMIT, { input: intake(world, { id }) }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'id', rule: 'taken' }],
    });
  });

  it('is limited to five an hour from one address', async () => {
    const crowd = resident(world, '198.51.100.66');
    for (let sent = 0; sent < 5; sent++) await aSubmitted(world, crowd);
    expect(errorOf(await crowd.send(SUBMIT, { input: intake(world) }))).toEqual({ code: 'RATE_LIMITED', retryAfter: 3_600 });
    await aSubmitted(world, resident(world));
    world.clock.advance(3_600);
    await aSubmitted(world, crowd);
  });
});
