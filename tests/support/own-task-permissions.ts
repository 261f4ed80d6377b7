import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { describe, expect, it } from 'vitest';
import { signIn, type Actor } from './actors.ts';
import { aHelper, myDocument, type Helper, type MyCommand } from './dispatch.ts';
import { permissions } from './permissions.ts';
import { sendRaw, type Operation } from './raw.ts';
import { snapshotOf } from './snapshot.ts';
import { stepReady } from './step-behaviour.ts';
import { leastOf, REVEAL_TASK, taskIn } from './tasks.ts';
import type { World } from './world.ts';

/** The permissions of what is a volunteer's own: theirs alone, and for everyone else it does not exist. */
export function ownTaskPermissions(world: World, command: MyCommand | 'revealTask', action: Action): void {
  async function ready(olena: Helper) {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const on = command === 'revealTask' ? await revealable(anna, olena) : await stepReady(world, command, anna, olena);
    const about = (id: string): Operation => ({
      document: command === 'revealTask' ? REVEAL_TASK : myDocument(command),
      variables: { input: { key: newId(), id, ...leastOf(command, on.version) } },
    });
    return { subjectId: on.requestId, operation: () => about(on.id), missing: () => about(newId()) };
  }

  async function revealable(anna: Actor, olena: Helper) {
    const { request, taskId, version } = await taskIn(world, anna, olena);
    return { requestId: request.id, id: taskId, version };
  }

  async function expectMissing(olena: Helper, by: Actor) {
    const { operation, missing } = await ready(olena);
    const before = await snapshotOf(world);
    const refused = await sendRaw(world, by, operation());
    expect(JSON.parse(refused.text)).toMatchObject({ errors: [{ message: 'NOT_FOUND', extensions: { code: 'NOT_FOUND' } }] });
    expect(await sendRaw(world, by, missing())).toEqual(refused);
    expect(await snapshotOf(world)).toBe(before);
  }

  it('lets the volunteer whose it is', async () => {
    const olena = await aHelper(world);
    const { operation } = await ready(olena);
    const { status, text } = await sendRaw(world, olena, operation());
    expect(status).toBe(200);
    expect(JSON.parse(text)).not.toHaveProperty('errors');
  });

  it('refuses another volunteer of the same district as if it were missing', async () => {
    await expectMissing(await aHelper(world), await aHelper(world));
  });

  it('refuses the volunteer themself once they help no more', async () => {
    const olena = await aHelper(world);
    const { operation } = await ready(olena);
    await world.orm.em.fork().execute('update volunteer set ended_at = ? where id = ?', [world.clock.now(), olena.volunteerId]);
    const before = await snapshotOf(world);
    expect(JSON.parse((await sendRaw(world, olena, operation())).text)).toMatchObject({ errors: [{ message: 'NOT_FOUND' }] });
    expect(await snapshotOf(world)).toBe(before);
  });

  describe('of everyone else', () => {
    permissions(world, { action, allowed: [], prepare: async () => ready(await aHelper(world)) });
  });
}
