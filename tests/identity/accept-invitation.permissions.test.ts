import { newId } from '@ww/shared/id';
import { ROLES } from '@ww/shared/roles';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { accept, acceptance, ACCEPT, anInvitation, tokenOf } from '../support/people.ts';
import { scopeFor } from '../support/permissions.ts';
import { sendRaw } from '../support/raw.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

describe('acceptInvitation permissions', () => {
  const world = useWorld();

  it.each([...ROLES, null])('lets whoever has the link, also when signed in as %s', async (role) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await anInvitation(marta);
    const by = await signIn(world, role, role && scopeFor(role, 'wlochy'));
    expect(dataOf(await accept(by, tokenOf(world, id))).acceptInvitation.id).not.toBe(by.personId);
  });

  it('answers every wrong link alike: made up, another’s proof, used, expired', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const [open, used, expired] = [await anInvitation(marta), await anInvitation(marta), await anInvitation(marta)];
    dataOf(await accept(resident(world), tokenOf(world, used.id)));
    await world.orm.em.fork().execute('update invitation set expires_at = ? where id = ?', [world.clock.now(), expired.id]);
    const proof = tokenOf(world, used.id).split('.')[1] ?? '';
    const wrong = [
      'x',
      open.id,
      `${open.id}.`,
      `${open.id}.${proof}`,
      tokenOf(world, newId()),
      tokenOf(world, used.id),
      tokenOf(world, expired.id),
      '\u0000',
      '.',
      `${tokenOf(world, open.id)}x`,
    ];
    const before = await snapshotOf(world);
    const answers = new Set<string>();
    for (const token of wrong)
      answers.add((await sendRaw(world, resident(world), { document: ACCEPT, variables: { input: acceptance(token) } })).text);
    expect([...answers].map((text) => JSON.parse(text) as object)).toEqual([
      expect.objectContaining({
        errors: [expect.objectContaining({ extensions: { code: 'INVALID', fields: [{ path: 'token', rule: 'token' }] } })],
      }),
    ]);
    expect(await snapshotOf(world)).toBe(before);
  });
});
