import { newId } from '@ww/shared/id';
import { REVEAL_REASONS } from '@ww/shared/request/kinds';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { done, requestIn } from '../support/commands.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { aRequest, REVEAL, reveal, type Revealed } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

describe('revealRequest', () => {
  const world = useWorld();

  it.each(REVEAL_REASONS)('shows who and where for the reason %s, and writes down who looked, when and why', async (reason) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id, number, version } = await aRequest(world, anna);
    world.clock.advance(60);

    const revealed = await reveal(pawel, id, reason);

    expect(revealed).toEqual({
      ...{ id, version, revealedAt: world.clock.now().toISOString(), words: 'Chleb, mleko i jabłka.' },
      person: { name: 'Halina Wilga', phone: '+48220000134' },
      reporter: null,
      contact: null,
      address: { street: 'Krakowiaków', house: '18', flat: '4', access: null },
      notes: [],
    });
    const about = { subject_type: 'request', subject_label: String(number), district: 'wlochy', to_name: null };
    expect((await auditOf(world, id)).at(-1)).toEqual({
      action: 'request.reveal',
      actor_id: pawel.personId,
      actor_name: pawel.name,
      outcome: 'DONE',
      reason,
      ...about,
    });
  });

  it('changes nothing and tells nobody: no event, no version', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await requestIn(world, 'DONE', anna);
    await reveal(anna, request.id);
    expect(await eventsOf(world, request.id)).toHaveLength(request.version);
    expect((await reveal(anna, request.id)).version).toBe(request.version);
  });

  it('shows what is there now to a repeated key, which is written down once', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const request = await aRequest(world, anna);
    const input = { key: newId(), id: request.id, reason: 'VISIT' };
    const first = dataOf(await anna.send<{ revealRequest: Revealed }>(REVEAL, { input })).revealRequest;
    const row = await done(world, anna, 'note', request, { text: 'Woli po 16.' });
    const before = await snapshotOf(world);

    const again = dataOf(await anna.send<{ revealRequest: Revealed }>(REVEAL, { input })).revealRequest;

    expect(again).toMatchObject({ ...first, notes: [{ text: 'Woli po 16.' }] });
    expect(row.version).toBe(first.version + 1);
    expect((await auditOf(world, request.id)).filter(({ action }) => action === 'request.reveal')).toHaveLength(1);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('shows nothing to a key that was used for another reason', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    const key = newId();
    await anna.send(REVEAL, { input: { key, id, reason: 'VISIT' } });
    expect(errorOf(await anna.send(REVEAL, { input: { key, id, reason: 'CHECK' } }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'key', rule: 'keyReused' }],
    });
  });

  it('shows nothing to a key that is older than a minute: a later look is written down again', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    const input = { key: newId(), id, reason: 'VISIT' };
    await anna.send(REVEAL, { input });
    world.clock.advance(60);
    expect((await anna.send(REVEAL, { input })).errors).toBeUndefined();
    world.clock.advance(0.001);
    expect(errorOf(await anna.send(REVEAL, { input }))).toEqual({ code: 'INVALID', fields: [{ path: 'key', rule: 'keyReused' }] });
  });

  it('shows nothing for a repeated key to someone who may no longer look', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    const input = { key: newId(), id, reason: 'VISIT' };
    expect((await anna.send(REVEAL, { input })).errors).toBeUndefined();
    await world.orm.em.fork().execute('delete from role_grant where person_id = ?', [anna.personId]);
    expect(errorOf(await anna.send(REVEAL, { input })).code).toBe('NOT_FOUND');
  });
});
