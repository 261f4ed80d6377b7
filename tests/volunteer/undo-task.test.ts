import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { done } from '../support/commands.ts';
import { aHelper, doMine, logOf, mine, myDay, offerTo, wavesFor } from '../support/dispatch.ts';
import { aRequest } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { behavesAsStep } from '../support/step-behaviour.ts';
import { eventsAbout, expectRecorded, heldOf, offerOf, taskIn, taskOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

const LATE = { code: 'INVALID', fields: [{ path: 'version', rule: 'undoLate', limit: 30 }] };

describe('undoTask', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');

  it('takes a yes back: the search goes on, and whoever was released by it is asked again', async () => {
    const anna = await coordinator();
    const [olena, petro, kinga] = [await aHelper(world), await aHelper(world), await aHelper(world)];
    const request = await aRequest(world, anna);
    const { dispatch } = dataOf(await wavesFor(anna, request.id));
    await mine(kinga, 'declineOffer', offerOf(dispatch, kinga));
    world.clock.advance(60);
    const { id, version } = taskOf(await mine(olena, 'acceptOffer', offerOf(dispatch, olena)), request);
    world.clock.advance(29);

    const day = await mine(olena, 'undoTask', id, { version });

    expect(day.offers).toMatchObject([{ id: offerOf(dispatch, olena), state: 'OPEN', expiresAt: dispatch.nextAt }]);
    expect(day.tasks).toEqual([]);
    expect((await myDay(petro)).offers).toMatchObject([{ id: offerOf(dispatch, petro), state: 'OPEN' }]);
    expect((await myDay(kinga)).offers).toEqual([]);
    expect(await heldOf(anna, request.id)).toMatchObject({
      ...{ state: 'OFFERED', volunteerId: null, assigneeName: null, offersOpen: 2, offersUntil: dispatch.nextAt, version: version + 1 },
    });
    expect((await logOf(anna, request.id)).dispatches).toMatchObject([{ state: 'RUNNING', endedAt: null, nextAt: dispatch.nextAt }]);
    expect(await eventsAbout(world, 'dispatch', dispatch.id)).toBe(3);
    await expectRecorded(world, request, { action: 'task.undo', by: olena });

    expect(taskOf(await mine(petro, 'acceptOffer', offerOf(dispatch, petro)), request).state).toBe('ACCEPTED');
    expect((await logOf(anna, request.id)).tasks.map(({ state }) => state).toSorted()).toEqual(['ACCEPTED', 'TAKEN_BACK']);
  });

  it('gives those asked again half a minute at least, when their time is nearly up', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const request = await aRequest(world, anna);
    const { dispatch } = dataOf(await wavesFor(anna, request.id, { minutes: 1 }));
    world.clock.advance(59);
    const { id, version } = taskOf(await mine(olena, 'acceptOffer', offerOf(dispatch, olena)), request);
    world.clock.advance(20);

    const day = await mine(olena, 'undoTask', id, { version });

    expect(day.offers).toMatchObject([{ state: 'OPEN', expiresAt: world.clock.in(30) }]);
    expect(await heldOf(anna, request.id)).toMatchObject({ offersUntil: world.clock.in(30) });
  });

  it.each([
    ['startTask', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED'],
    ['finishTask', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED'],
    ['finishTask', 'ON_THE_WAY', 'ON_THE_WAY', 'IN_PROGRESS'],
    ['returnTask', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED'],
    ['returnTask', 'ON_THE_WAY', 'ON_THE_WAY', 'IN_PROGRESS'],
  ] as const)('takes %s back from %s: the task is theirs as before', async (step, from, state, requestState) => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, taskId } = await taskIn(world, anna, olena, from);
    const before = await myDay(olena);
    const held = await heldOf(anna, request.id);
    world.clock.advance(600);
    const { version } = taskOf(await mine(olena, step, taskId, step === 'returnTask' ? { reason: 'OTHER' } : {}), request);
    world.clock.advance(30);

    const day = await mine(olena, 'undoTask', taskId, { version });

    expect(taskOf(day, request)).toEqual({ ...taskOf(before, request), version: version + 1, undoableUntil: null });
    expect(day.tally).toEqual(before.tally);
    expect(await heldOf(anna, request.id)).toEqual({ ...held, version: version + 1 });
    expect((await logOf(anna, request.id)).tasks).toMatchObject([{ id: taskId, state, returnReason: null }]);
    expect(held.state).toBe(requestState);
    await expectRecorded(world, request, { action: 'task.undo', by: olena });
  });

  it('is possible for 30 seconds, and not for one moment more', async () => {
    const olena = await aHelper(world);
    const { taskId, version } = await taskIn(world, await coordinator(), olena);
    world.clock.advance(30.001);
    const before = await snapshotOf(world);

    expect(errorOf(await doMine(olena, 'undoTask', taskId, { version }))).toEqual(LATE);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('is stale once anything came after the step, and names the version there is', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, taskId, version } = await taskIn(world, anna, olena);
    const noted = await done(world, anna, 'note', request);

    expect(errorOf(await doMine(olena, 'undoTask', taskId, { version }))).toEqual({ code: 'STALE', version: noted.version });
    // and what came after can't be jumped over
    expect(errorOf(await doMine(olena, 'undoTask', taskId, { version: noted.version }))).toEqual(LATE);
  });

  it('does not take back what staff did', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, taskId } = await taskIn(world, anna, olena);
    const { version } = await done(world, anna, 'release', request);

    expect(errorOf(await doMine(olena, 'undoTask', taskId, { version }))).toEqual(LATE);
    expect((await heldOf(anna, request.id)).state).toBe('TRIAGED');
  });

  it('takes back one step, not two', async () => {
    const olena = await aHelper(world);
    const { request, taskId, version } = await taskIn(world, await coordinator(), olena, 'ON_THE_WAY');
    const undone = taskOf(await mine(olena, 'undoTask', taskId, { version }), request);
    expect(undone.state).toBe('ACCEPTED');
    expect(errorOf(await doMine(olena, 'undoTask', taskId, { version: undone.version }))).toEqual(LATE);
  });

  it('is a conflict when they took another task for that time meanwhile', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const due = { to: world.clock.in(3600) };
    const { request, taskId } = await taskIn(world, anna, olena, 'ACCEPTED', { due });
    const { version } = taskOf(await mine(olena, 'returnTask', taskId, { reason: 'CANT_COME' }), request);
    await taskIn(world, anna, olena, 'ACCEPTED', { due });
    const before = await snapshotOf(world);

    expect(errorOf(await doMine(olena, 'undoTask', taskId, { version }))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at: world.clock.in(0), state: 'CLASH' },
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('reopens the search of the last yes, whichever task of the request is named', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, taskId: old } = await taskIn(world, anna, olena, 'RETURNED');
    world.clock.advance(60);
    const { dispatch } = dataOf(await offerTo(anna, request.id, olena.volunteerId));
    const { version } = taskOf(await mine(olena, 'acceptOffer', offerOf(dispatch, olena)), request);

    await mine(olena, 'undoTask', old, { version });

    expect((await logOf(anna, request.id)).dispatches).toMatchObject([{ id: dispatch.id, state: 'RUNNING' }, { state: 'ACCEPTED' }]);
    expect((await myDay(olena)).offers).toMatchObject([{ id: offerOf(dispatch, olena), state: 'OPEN' }]);
  });

  it('lets one of two who undo at once win', async () => {
    const olena = await aHelper(world);
    const { taskId, version } = await taskIn(world, await coordinator(), olena);
    const answers = await Promise.all([1, 2].map(() => doMine(olena, 'undoTask', taskId, { version })));
    expect(answers.flatMap(({ errors }) => errors?.map(({ message }) => message) ?? [])).toEqual(['STALE']);
  });

  behavesAsStep(world, 'undoTask');
});
