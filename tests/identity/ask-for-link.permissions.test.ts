import { ROLES } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { askForLink, linksOf } from '../support/links.ts';
import { scopeFor } from '../support/permissions.ts';
import { useWorld } from '../support/world.ts';

describe('askForLink permissions', () => {
  const world = useWorld();

  it.each([...ROLES, null])('lets someone signed in as %s ask for themselves and for anybody, who alone gets the letter', async (role) => {
    const by = await signIn(world, role, role && scopeFor(role, 'wlochy'));
    const other = await signIn(world, 'VOLUNTEER');
    for (const { email, personId } of [by, other]) {
      expect(dataOf(await askForLink(by, email))).toEqual({ askForLink: { sent: true } });
      expect((await linksOf(world)).at(-1)).toMatchObject({ person_id: personId });
      world.clock.advance(1);
    }
  });

  it('lets someone signed out', async () => {
    const kinga = await signIn(world, 'VOLUNTEER');
    expect(dataOf(await askForLink(resident(world), kinga.email))).toEqual({ askForLink: { sent: true } });
    expect(await linksOf(world)).toMatchObject([{ person_id: kinga.personId }]);
  });
});
