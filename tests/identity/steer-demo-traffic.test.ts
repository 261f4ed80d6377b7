import { ROLES } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { scopeFor } from '../support/permissions.ts';
import { useWorld } from '../support/world.ts';

const STEER = 'mutation ($on: Boolean!) { steerDemoTraffic(on: $on) { enabled } }';

describe('steerDemoTraffic', () => {
  const world = useWorld();

  it('is missing outside demo mode, to everyone', async () => {
    const everyone = [
      resident(world),
      await signIn(world, null),
      ...(await Promise.all(ROLES.map((role) => signIn(world, role, scopeFor(role, 'wlochy'))))),
    ];
    for (const by of everyone) for (const on of [true, false]) expect(errorOf(await by.send(STEER, { on }))).toEqual({ code: 'NOT_FOUND' });
  });

  it('has nothing to show outside demo mode: no people, no password, no letters', async () => {
    const admin = await signIn(world, 'ADMIN');
    const shown = dataOf(await admin.send<object>('query { demo { enabled password people { email } trafficUntil } demoMail { id } }'));
    expect(shown).toEqual({ demo: { enabled: false, password: null, people: [], trafficUntil: null }, demoMail: [] });
  });
});
