import { ROLES } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { SHOW } from '../support/people.ts';
import { scopeFor } from '../support/permissions.ts';
import { sendRaw } from '../support/raw.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

const ALLOWED = ['DISTRICT_COORDINATOR', 'TEAM_MEMBER'];

describe('showPresence permissions', () => {
  const world = useWorld();

  it.each(ALLOWED)('lets %s', async (role) => {
    const by = await signIn(world, role as 'TEAM_MEMBER', 'wlochy');
    expect(dataOf(await by.send<object>(SHOW, { district: 'wlochy' }))).toEqual({ showPresence: true });
  });

  const refused = [
    ...ROLES.filter((role) => !ALLOWED.includes(role)).map((role) => [role, 'wlochy'] as const),
    ['TEAM_MEMBER', 'ochota'] as const,
    ['DISTRICT_COORDINATOR', 'ochota'] as const,
  ];
  it.each(refused)('refuses %s of %s as if there were no such district', async (role, scope) => {
    const by = await signIn(world, role, scopeFor(role, scope));
    const before = await snapshotOf(world);
    const answer = await sendRaw(world, by, { document: SHOW, variables: { district: 'wlochy' } });
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    for (const missing of ['krakow', '', '\u0000'])
      expect(await sendRaw(world, by, { document: SHOW, variables: { district: missing } })).toEqual(answer);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('asks someone signed out to sign in', async () => {
    const answer = await sendRaw(world, resident(world), { document: SHOW, variables: { district: 'wlochy' } });
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});
