import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { openSession, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { LiveClient } from '../support/live-client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { REVOKE } from '../support/people.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

const ME = 'query { me { sessionId } }';

describe('revokeSession', () => {
  const world = useWorld();

  it('ends one session and its sockets at once, and no other', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const phone = await openSession(world, anna.personId ?? '');
    const [kept, ended] = [await LiveClient.open(world, anna), await LiveClient.open(world, phone)];

    expect(dataOf(await anna.send<object>(REVOKE, { input: { key: newId(), id: phone.sessionId } }))).toEqual({
      revokeSession: { id: phone.sessionId },
    });

    expect(dataOf(await phone.send<object>(ME))).toEqual({ me: null });
    expect(dataOf(await anna.send<object>(ME))).toEqual({ me: { sessionId: anna.sessionId } });
    expect((await ended.closed).code).toBe(4401);
    expect(kept.socket.readyState).toBe(kept.socket.OPEN);
    kept.close();
    expect(await eventsOf(world, anna.personId ?? '')).toMatchObject([{ topic: 'access', scope: null }]);
    const who = { actor_id: anna.personId, actor_name: anna.name, to_name: null, reason: null, subject_label: null };
    expect(await auditOf(world, phone.sessionId ?? '')).toEqual([
      { action: 'session.revoke', subject_type: 'session', district: null, outcome: 'DONE', ...who },
    ]);
  });

  it('can end the session that one is in', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    dataOf(await anna.send(REVOKE, { input: { key: newId(), id: anna.sessionId } }));
    expect(dataOf(await anna.send<object>(ME))).toEqual({ me: null });
  });

  it('answers the same again for the same key; a session that is gone is missing', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { sessionId } = await openSession(world, anna.personId ?? '');
    const input = { key: newId(), id: sessionId };
    const first = await anna.send(REVOKE, { input });
    const before = await snapshotOf(world);
    expect(await anna.send(REVOKE, { input })).toEqual(first);
    expect(errorOf(await anna.send(REVOKE, { input: { ...input, key: newId() } })).code).toBe('NOT_FOUND');
    expect(errorOf(await anna.send(REVOKE, { input: { ...input, id: anna.sessionId } }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'key', rule: 'keyReused' }],
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it.each(['', 'x', '\u0000', '%'])('refuses an id that is none, %j', async (id) => {
    const anna = await signIn(world, null);
    expect(errorOf(await anna.send(REVOKE, { input: { key: newId(), id } }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'id', rule: 'uuid' }],
    });
  });
});
