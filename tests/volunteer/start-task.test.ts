import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { done } from '../support/commands.ts';
import { aHelper, doMine, logOf, mine } from '../support/dispatch.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { behavesAsStep } from '../support/step-behaviour.ts';
import { eventsAbout, expectRecorded, heldOf, taskIn, taskOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

describe('startTask', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');

  it('says that the volunteer is on the way: to the queue, to their day, to the journal', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, taskId } = await taskIn(world, anna, olena);
    const events = await eventsAbout(world, 'volunteer', olena.volunteerId);
    world.clock.advance(60);

    const task = taskOf(await mine(olena, 'startTask', taskId), request);

    expect(task).toMatchObject({ id: taskId, state: 'ON_THE_WAY', endedAt: null, undoableUntil: world.clock.in(30) });
    expect(await heldOf(anna, request.id)).toMatchObject({
      ...{ state: 'IN_PROGRESS', startedAt: world.clock.in(0), volunteerId: olena.volunteerId, assigneeName: olena.name },
      version: task.version,
    });
    expect((await logOf(anna, request.id)).tasks).toMatchObject([{ id: taskId, state: 'ON_THE_WAY' }]);
    await expectRecorded(world, request, { action: 'task.step', by: olena });
    expect(await eventsAbout(world, 'volunteer', olena.volunteerId)).toBeGreaterThan(events);
  });

  it('is a conflict when they are on the way already', async () => {
    const olena = await aHelper(world);
    const { taskId } = await taskIn(world, await coordinator(), olena, 'ON_THE_WAY');
    const before = await snapshotOf(world);

    expect(errorOf(await doMine(olena, 'startTask', taskId))).toEqual({
      code: 'CONFLICT',
      conflict: { by: olena.name, at: world.clock.in(0), state: 'IN_PROGRESS' },
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it.each(['DONE', 'RETURNED'] as const)('is a conflict once the task is %s', async (state) => {
    const olena = await aHelper(world);
    const { taskId } = await taskIn(world, await coordinator(), olena, state);

    expect(errorOf(await doMine(olena, 'startTask', taskId))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at: world.clock.in(0), state },
    });
  });

  it('is a conflict once staff took the task back, and does not say who', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, taskId } = await taskIn(world, anna, olena);
    await done(world, anna, 'release', request);
    world.clock.advance(5);

    expect(errorOf(await doMine(olena, 'startTask', taskId))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at: world.clock.in(-5), state: 'TAKEN_BACK' },
    });
  });

  behavesAsStep(world, 'startTask');
});
