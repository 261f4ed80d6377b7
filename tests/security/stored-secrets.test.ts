import { createHash } from 'node:crypto';
import { createUser } from '@ww/server/identity/commands/create-user';
import type { Context } from '@ww/server/platform/context';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { accept, anInvitation, tokenOf } from '../support/people.ts';
import { useWorld } from '../support/world.ts';

const guess = (input: object) => createHash('sha256').update(JSON.stringify(input)).digest('base64url');

describe('what is stored of a command', () => {
  const world = useWorld();
  const hashes = async () =>
    (await world.orm.em.fork().execute<{ input_hash: string }[]>('select input_hash from command_key')).map((row) => row.input_hash);

  it('can not be compared with a guessed password', async () => {
    const input = { id: newId(), name: 'Jan Perkoz', email: 'jan@example.org', password: 'dwanaście-znaków' };
    const actor = { personId: null, grants: [{ role: 'ADMIN', scope: null }] } as const;
    const ctx: Context = {
      services: world.app.services,
      actor,
      signedIn: null,
      requestId: newId(),
      address: 'cli',
      em: world.orm.em.fork(),
    };

    await createUser(ctx, { key: newId(), ...input });

    const stored = await hashes();
    expect(stored).toHaveLength(1);
    expect(stored).not.toContain(guess(input));
  });

  it('tells a retry from a reused key all the same', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await anInvitation(marta);
    const key = newId();
    const first = dataOf(await accept(resident(world), tokenOf(world, id), { key }));

    expect(dataOf(await accept(resident(world), tokenOf(world, id), { key }))).toEqual(first);
    expect(await accept(resident(world), tokenOf(world, id), { key, password: 'inne-hasło-inne' })).toMatchObject({
      errors: [{ extensions: { code: 'INVALID', fields: [{ path: 'key', rule: 'keyReused' }] } }],
    });
  });
});
