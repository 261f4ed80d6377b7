import { ROLES } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { scopeFor } from '../support/permissions.ts';
import { aSubmitted } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

describe('submitRequest permissions', () => {
  const world = useWorld();

  it.each(ROLES)('lets %s ask for help anywhere, as anyone may', async (role) => {
    const by = await signIn(world, role, scopeFor(role, 'wlochy'));
    expect((await aSubmitted(world, by, { district: 'ochota' })).number).toBe(1);
  });

  it('lets someone signed out, and someone signed in without a role', async () => {
    expect((await aSubmitted(world, resident(world))).number).toBe(1);
    expect((await aSubmitted(world, await signIn(world, null))).number).toBe(2);
  });
});
