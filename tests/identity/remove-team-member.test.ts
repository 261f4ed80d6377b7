import { newId } from '@ww/shared/id';
import { ROLES } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { LiveClient } from '../support/live-client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { grantIdOf, grantsOf, REMOVE } from '../support/people.ts';
import { scopeFor } from '../support/permissions.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

const QUEUE = 'query { queue(district: "wlochy") { total } }';

describe('removeTeamMember', () => {
  const world = useWorld();

  it('takes the role away at once: queries, sockets, an event and an audit entry; the account stays', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const socket = await LiveClient.open(world, pawel);
    dataOf(await pawel.send(QUEUE));
    const grantId = await grantIdOf(world, pawel.personId);

    expect(dataOf(await marta.send<object>(REMOVE, { input: { key: newId(), grantId } }))).toEqual({ removeTeamMember: { id: grantId } });

    expect(errorOf(await pawel.send(QUEUE)).code).toBe('NOT_FOUND');
    expect((await socket.closed).code).toBe(4401);
    expect(await grantsOf(world, pawel.personId)).toEqual([]);
    expect(dataOf(await pawel.send<object>('query { me { displayName grants { role } } }'))).toEqual({
      me: { displayName: pawel.name, grants: [] },
    });
    expect(await eventsOf(world, pawel.personId ?? '')).toMatchObject([{ topic: 'access', scope: 'wlochy' }]);
    const who = { actor_id: marta.personId, actor_name: marta.name, to_name: pawel.name, subject_label: null };
    expect(await auditOf(world, pawel.personId ?? '')).toEqual([
      { action: 'team.remove', subject_type: 'person', district: 'wlochy', outcome: 'DONE', reason: 'TEAM_MEMBER', ...who },
    ]);
  });

  it('answers the same again for the same key; the key for another grant is refused', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const [one, other] = [await signIn(world, 'TEAM_MEMBER', 'wlochy'), await signIn(world, 'TEAM_MEMBER', 'wlochy')];
    const input = { key: newId(), grantId: await grantIdOf(world, one.personId) };
    const first = await marta.send(REMOVE, { input });
    const before = await snapshotOf(world);
    expect(await marta.send(REMOVE, { input })).toEqual(first);
    const reused = { key: input.key, grantId: await grantIdOf(world, other.personId) };
    expect(errorOf(await marta.send(REMOVE, { input: reused }))).toEqual({ code: 'INVALID', fields: [{ path: 'key', rule: 'keyReused' }] });
    expect(errorOf(await marta.send(REMOVE, { input: { ...input, key: newId() } })).code).toBe('NOT_FOUND');
    expect(await snapshotOf(world)).toBe(before);
  });

  const others = ROLES.filter((role) => role !== 'TEAM_MEMBER' && role !== 'DISTRICT_COORDINATOR');
  it.each(others)(
    'is about the Team: the role of %s is no matter of it, also where its scope is called like the district',
    async (role) => {
      const person = await signIn(world, role, scopeFor(role, 'wlochy'));
      const grantId = await grantIdOf(world, person.personId);
      for (const by of [await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'), await signIn(world, 'ADMIN')]) {
        expect(errorOf(await by.send(REMOVE, { input: { key: newId(), grantId } })).code).toBe('NOT_FOUND');
      }
      expect(await grantsOf(world, person.personId)).toHaveLength(1);
    },
  );
});
