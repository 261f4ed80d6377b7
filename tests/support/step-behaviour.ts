import { newId } from '@ww/shared/id';
import { expect, it } from 'vitest';
import { signIn, type Actor } from './actors.ts';
import { dataOf, errorOf } from './client.ts';
import { aHelper, doMine, mine, myDocument, type Day, type Helper, type MyCommand } from './dispatch.ts';
import { snapshotOf } from './snapshot.ts';
import { asked, leastOf, taskIn } from './tasks.ts';
import type { World } from './world.ts';

/** What a step is taken on: an offer or a task, and the version of its request. */
export interface Step {
  requestId: string;
  id: string;
  version: number;
}

const ON_OFFER: readonly MyCommand[] = ['acceptOffer', 'declineOffer'];

/** Something of this volunteer's on which the step can be taken. */
export async function stepReady(world: World, command: MyCommand, by: Actor, helper: Helper): Promise<Step> {
  if (ON_OFFER.includes(command)) {
    const { request, offerId } = await asked(world, by, helper);
    return { requestId: request.id, id: offerId, version: request.version + 1 };
  }
  const { request, taskId, version } = await taskIn(world, by, helper);
  return { requestId: request.id, id: taskId, version };
}

/** What every step of a volunteer owes: once for each key, and the key for nothing else. */
export function behavesAsStep(world: World, command: MyCommand): void {
  it('answers the same again for the same key, and does it once', async () => {
    const olena = await aHelper(world);
    const { id, version } = await stepReady(world, command, await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'), olena);
    const input = { key: newId(), id, ...leastOf(command, version) };
    const send = async () => dataOf(await olena.send<{ day: Day }>(myDocument(command), { input })).day;
    const first = await send();
    const before = await snapshotOf(world);
    world.clock.advance(5);

    // the cursor is of the reading, not of the step
    expect({ ...(await send()), cursor: '' }).toEqual({ ...first, cursor: '' });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('refuses a key that was used for something else', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const olena = await aHelper(world);
    const other = await stepReady(world, command, anna, olena);
    const { id, version } = await stepReady(world, command, anna, olena);
    const key = newId();
    await mine(olena, command, id, { key, ...leastOf(command, version) });

    expect(errorOf(await doMine(olena, command, other.id, { key, ...leastOf(command, other.version) }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'key', rule: 'keyReused' }],
    });
  });
}
