import { RETURN_REASONS } from '@ww/shared/volunteer/terms';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { aHelper, doMine, logOf, mine, wavesFor } from '../support/dispatch.ts';
import { behavesAsStep } from '../support/step-behaviour.ts';
import { expectRecorded, heldOf, offerOf, taskIn, taskOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

describe('returnTask', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');

  it.each(RETURN_REASONS)('puts the request back into the queue with the reason %s', async (reason) => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, taskId } = await taskIn(world, anna, olena, 'ON_THE_WAY');
    world.clock.advance(60);

    const day = await mine(olena, 'returnTask', taskId, { reason });

    expect(taskOf(day, request)).toMatchObject({
      ...{ state: 'RETURNED', endedAt: world.clock.in(0), minutes: null, undoableUntil: world.clock.in(30) },
    });
    expect(day.tally.totalMinutes).toBe(0);
    expect(await heldOf(anna, request.id)).toMatchObject({
      ...{ state: 'TRIAGED', assigneeId: null, volunteerId: null, assigneeName: null, startedAt: null, offersOpen: 0 },
    });
    expect((await logOf(anna, request.id)).tasks).toMatchObject([{ id: taskId, state: 'RETURNED', returnReason: reason }]);
    await expectRecorded(world, request, { action: 'task.step', by: olena, reason });
  });

  it('lets the request be offered again, to another and to the same', async () => {
    const anna = await coordinator();
    const [olena, petro] = [await aHelper(world), await aHelper(world)];
    const { request, taskId } = await taskIn(world, anna, olena);
    await mine(olena, 'returnTask', taskId, { reason: 'CANT_COME' });
    world.clock.advance(60);

    const { dispatch } = dataOf(await wavesFor(anna, request.id));
    expect(dispatch.offers.map(({ volunteerId }) => volunteerId)).toEqual(expect.arrayContaining([petro.volunteerId, olena.volunteerId]));
    const day = await mine(olena, 'acceptOffer', offerOf(dispatch, olena));

    expect(taskOf(day, request)).toMatchObject({ state: 'ACCEPTED' });
    expect(taskOf(day, request).id).not.toBe(taskId);
    expect((await logOf(anna, request.id)).tasks.map(({ state }) => state).toSorted()).toEqual(['ACCEPTED', 'RETURNED']);
  });

  it('frees the time: another task fits there', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const due = { to: world.clock.in(3600) };
    const { taskId } = await taskIn(world, anna, olena, 'ACCEPTED', { due });
    await mine(olena, 'returnTask', taskId, { reason: 'CANT_COME' });

    const { request, taskId: other } = await taskIn(world, anna, olena, 'ACCEPTED', { due });

    expect((await logOf(anna, request.id)).tasks).toMatchObject([{ id: other, state: 'ACCEPTED' }]);
  });

  it.each(['DONE', 'RETURNED'] as const)('is a conflict once the task is %s', async (state) => {
    const olena = await aHelper(world);
    const { taskId } = await taskIn(world, await coordinator(), olena, state);

    expect(errorOf(await doMine(olena, 'returnTask', taskId, { reason: 'OTHER' }))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at: world.clock.in(0), state },
    });
  });

  it('refuses to go without a reason', async () => {
    const olena = await aHelper(world);
    const { taskId } = await taskIn(world, await coordinator(), olena);
    expect(errorOf(await doMine(olena, 'returnTask', taskId)).code).toBe('INVALID');
  });

  behavesAsStep(world, 'returnTask');
});
