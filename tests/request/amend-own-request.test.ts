import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { done } from '../support/commands.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { giveOwn, ownRequest } from '../support/own.ts';
import { aSubmitted, reveal } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

describe('amendOwnRequest', () => {
  const world = useWorld();

  it('corrects the words and the time, and leaves an event and an audit entry of no person', async () => {
    const halina = resident(world);
    const { id, number, code } = await aSubmitted(world, halina);
    world.clock.advance(60);
    const due = { from: world.clock.in(60), to: world.clock.in(3_600) };

    const { steps } = dataOf(await giveOwn(world, halina, 'amend', code, { words: '  Jednak bez <jabłek>.  ', due }));

    expect(steps).toMatchObject({ number, state: 'NEW', dueFrom: due.from, dueTo: due.to, version: 2, canAmend: true, canWithdraw: true });
    expect(await ownRequest(halina, code)).toMatchObject({ ...steps, words: 'Jednak bez <jabłek>.' });
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'request', scope: 'wlochy', version: 2 });
    expect((await auditOf(world, id)).filter(({ action }) => action === 'request.amend-own')).toEqual([
      {
        action: 'request.amend-own',
        actor_id: null,
        actor_name: null,
        subject_type: 'request',
        subject_label: String(number),
        district: 'wlochy',
        outcome: 'DONE',
        reason: null,
        to_name: null,
      },
    ]);
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    expect(await reveal(anna, id)).toMatchObject({ words: 'Jednak bez <jabłek>.', person: { name: 'Halina Wilga' } });
  });

  it('is the doing of no person, also when someone signed in types the code', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id, code } = await aSubmitted(world, resident(world));
    world.clock.advance(1);
    dataOf(await giveOwn(world, anna, 'amend', code));
    const [row] = await world.orm.em
      .fork()
      .execute<{ changed_by_id: string | null }[]>('select changed_by_id from help_request where id = ?', [id]);
    expect(row).toEqual({ changed_by_id: null });
    // the audit trail alone knows who sat at the keyboard
    expect((await auditOf(world, id)).at(-1)).toMatchObject({ actor_id: anna.personId });
  });

  it('is stale when the Team changed the request since it was read', async () => {
    const halina = resident(world);
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id, code } = await aSubmitted(world, halina);
    await done(world, anna, 'triage', { id });
    const before = await snapshotOf(world);
    expect(errorOf(await giveOwn(world, halina, 'amend', code))).toEqual({ code: 'STALE', version: 2 });
    expect(await snapshotOf(world)).toBe(before);
    expect(dataOf(await giveOwn(world, halina, 'amend', code, { version: 2 })).steps).toMatchObject({ state: 'TRIAGED', version: 3 });
  });

  it('is a conflict once somebody is on the way, and names the holder and since when', async () => {
    const halina = resident(world);
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id, code } = await aSubmitted(world, halina);
    const { acceptedAt } = await done(world, anna, 'claim', { id });
    world.clock.advance(60);
    await done(world, anna, 'start', { id });
    expect(await ownRequest(halina, code)).toMatchObject({ canAmend: false, canWithdraw: true });
    const answer = await giveOwn(world, halina, 'amend', code, { version: 3 });
    expect(errorOf(answer)).toEqual({ code: 'CONFLICT', conflict: { by: anna.name, at: acceptedAt, state: 'IN_PROGRESS' } });
  });

  it('answers the same again for the same key, and refuses the key for other words', async () => {
    const halina = resident(world);
    const { code } = await aSubmitted(world, halina);
    const key = newId();
    const due = { to: world.clock.in(3_600) };
    const first = await giveOwn(world, halina, 'amend', code, { key, due });
    const before = await snapshotOf(world);
    expect(await giveOwn(world, halina, 'amend', code, { key, due })).toEqual(first);
    expect(errorOf(await giveOwn(world, halina, 'amend', code, { key, due, words: 'Inne.' }))).toMatchObject({
      fields: [{ path: 'key', rule: 'keyReused' }],
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('keeps a due time that has passed, but refuses a new one that is wrong', async () => {
    const halina = resident(world);
    const { code } = await aSubmitted(world, halina);
    const { dueTo } = await ownRequest(halina, code);
    world.clock.advance(5 * 3_600);
    expect(dataOf(await giveOwn(world, halina, 'amend', code, { due: { to: dueTo } })).steps.dueTo).toBe(dueTo);
    for (const [due, rule] of [
      [{ to: world.clock.in(-1) }, 'dueInPast'],
      [{ from: world.clock.in(0), to: dueTo }, 'dueOrder'],
      [{ to: world.clock.in(61 * 86_400) }, 'dueTooFar'],
    ] as const) {
      expect(errorOf(await giveOwn(world, halina, 'amend', code, { version: 2, due }))).toMatchObject({
        code: 'INVALID',
        fields: [{ path: 'due.to', rule }],
      });
    }
  });

  it('is limited by address, wrong codes and right ones alike', async () => {
    const { code } = await aSubmitted(world, resident(world));
    const guesser = resident(world, '198.51.100.66');
    for (let tries = 0; tries < 30; tries++)
      expect(errorOf(await giveOwn(world, guesser, 'amend', 'K7QP-4M2X-9RTB')).code).toBe('NOT_FOUND');
    expect(errorOf(await giveOwn(world, guesser, 'amend', code))).toEqual({ code: 'RATE_LIMITED', retryAfter: 60 });
    expect((await giveOwn(world, resident(world), 'amend', code)).errors).toBeUndefined();
    world.clock.advance(60);
    expect((await giveOwn(world, guesser, 'amend', code, { version: 2 })).errors).toBeUndefined();
  });
});
