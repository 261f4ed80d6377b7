import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { done } from '../support/commands.ts';
import { aHelper, doMine, logOf, mine, myDay } from '../support/dispatch.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { behavesAsStep } from '../support/step-behaviour.ts';
import { expectRecorded, heldOf, taskIn, taskOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

describe('finishTask', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');

  it('closes the request, counts the minutes on the way, and shows them among the hours', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, taskId } = await taskIn(world, anna, olena, 'ON_THE_WAY');
    world.clock.advance(47 * 60 + 29);

    const day = await mine(olena, 'finishTask', taskId);

    expect(taskOf(day, request)).toMatchObject({
      state: 'DONE',
      endedAt: world.clock.in(0),
      minutes: 47,
      undoableUntil: world.clock.in(30),
    });
    expect(day.tally).toMatchObject({ weekMinutes: 47, totalMinutes: 47 });
    expect(await heldOf(anna, request.id)).toMatchObject({
      ...{ state: 'DONE', closedAt: world.clock.in(0), volunteerId: olena.volunteerId, assigneeName: olena.name },
    });
    expect((await logOf(anna, request.id)).tasks).toMatchObject([{ id: taskId, state: 'DONE' }]);
    await expectRecorded(world, request, { action: 'task.step', by: olena });
    const { myHours } = dataOf(await olena.send<{ myHours: object[] }>('{ myHours { taskId endedAt kind errand district minutes } }'));
    expect(myHours).toEqual([
      { taskId, endedAt: world.clock.in(0), kind: 'SHOPPING', errand: 'GROCERIES', district: 'wlochy', minutes: 47 },
    ]);
  });

  it.each([
    ['as planned when it was not said that it began', 'ACCEPTED', 5 * 60, {}, 60],
    ['as the volunteer says', 'ON_THE_WAY', 3600, { minutes: 25 }, 25],
    ['at least one minute', 'ON_THE_WAY', 10, {}, 1],
    ['at most twelve hours', 'ON_THE_WAY', 20 * 3600, {}, 720],
  ] as const)('counts %s', async (_how, state, seconds, over, minutes) => {
    const olena = await aHelper(world);
    const { request, taskId } = await taskIn(world, await coordinator(), olena, state);
    world.clock.advance(seconds);
    expect(taskOf(await mine(olena, 'finishTask', taskId, over), request).minutes).toBe(minutes);
  });

  it.each([
    [0, 'tooSmall', 1],
    [721, 'tooLarge', 720],
  ] as const)('refuses %i minutes', async (minutes, rule, limit) => {
    const olena = await aHelper(world);
    const { taskId } = await taskIn(world, await coordinator(), olena);
    expect(errorOf(await doMine(olena, 'finishTask', taskId, { minutes })).fields).toEqual([{ path: 'minutes', rule, limit }]);
  });

  it.each(['DONE', 'RETURNED'] as const)('is a conflict once the task is %s', async (state) => {
    const olena = await aHelper(world);
    const { taskId } = await taskIn(world, await coordinator(), olena, state);
    const before = await snapshotOf(world);

    expect(errorOf(await doMine(olena, 'finishTask', taskId))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at: world.clock.in(0), state },
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('is done for the volunteer when the coordinator closes the request, with the hours as planned', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request } = await taskIn(world, anna, olena);

    await done(world, anna, 'finish', request);

    const day = await myDay(olena);
    expect(taskOf(day, request)).toMatchObject({ state: 'DONE', minutes: 60, undoableUntil: null });
    expect(day.tally.totalMinutes).toBe(60);
  });

  it('leaves the day at midnight and the week on Monday, and stays in the hours', async () => {
    const olena = await aHelper(world);
    const { taskId } = await taskIn(world, await coordinator(), olena, 'ON_THE_WAY');
    world.clock.set('2026-11-29T22:59:00.000Z');
    await mine(olena, 'finishTask', taskId, { minutes: 30 });
    expect(await myDay(olena)).toMatchObject({ tasks: [{ state: 'DONE' }], tally: { weekMinutes: 30, totalMinutes: 30 } });

    world.clock.set('2026-11-29T23:00:00.000Z');

    expect(await myDay(olena)).toMatchObject({ tasks: [], tally: { weekMinutes: 0, totalMinutes: 30 } });
  });

  behavesAsStep(world, 'finishTask');
});
