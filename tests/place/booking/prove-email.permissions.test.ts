import { newId } from '@ww/shared/id';
import { ROLES } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../../support/actors.ts';
import { scopeFor } from '../../support/permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('proveEmail permissions', () => {
  const world = useWorld();

  it.each([...ROLES, null, undefined])('lets anybody, %s as well', async (role) => {
    const by = role === undefined ? resident(world) : await signIn(world, role, role && scopeFor(role, 'wlochy'));
    const input = { key: newId(), id: newId(), email: 'sasiadka@example.org' };
    const answer = await by.send('mutation ($input: ProveEmailInput!) { ok: proveEmail(input: $input) }', { input });
    expect(answer).toEqual({ status: 200, data: { ok: true } });
  });
});
