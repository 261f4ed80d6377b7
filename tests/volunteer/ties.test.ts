import { describe, expect, it } from 'vitest';
import { resident, signIn, type Actor } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { done, give, type StaffCommand } from '../support/commands.ts';
import { aHelper, logOf, mine, myDay, offerTo, wavesFor } from '../support/dispatch.ts';
import { giveOwn } from '../support/own.ts';
import { aRequest, aSubmitted, type Row } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { asked, eventsAbout, heldOf, offerOf, taskIn, taskOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

const HOUR = 3600;
const claimable = (by: Actor, command: StaffCommand) => (command === 'assign' ? { assigneeId: by.personId } : {});

describe('what staff and residents do', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');

  it.each([
    ['claim', 'ACCEPTED'],
    ['assign', 'ACCEPTED'],
    ['cancel', 'CANCELLED'],
  ] as const)('ends a search: %s', async (command, state) => {
    const anna = await coordinator();
    const helpers = [await aHelper(world), await aHelper(world)];
    const request = await aRequest(world, anna);
    const { dispatch } = dataOf(await wavesFor(anna, request.id));
    world.clock.advance(60);

    await done(world, anna, command, request, claimable(anna, command));

    const [search] = (await logOf(anna, request.id)).dispatches;
    expect(search).toMatchObject({ state: 'STOPPED', endedAt: world.clock.in(0) });
    expect(search?.offers.map((offer) => offer.state)).toEqual(['RELEASED', 'RELEASED']);
    expect(await heldOf(anna, request.id)).toMatchObject({ state, volunteerId: null, offersOpen: 0, offersUntil: null });
    for (const helper of helpers) {
      const { offers } = await myDay(helper);
      expect(offers).toMatchObject([{ id: offerOf(dispatch, helper), state: 'RELEASED' }]);
      expect(await eventsAbout(world, 'volunteer', helper.volunteerId)).toBe(2);
    }
    expect(await eventsAbout(world, 'dispatch', dispatch.id)).toBe(2);
  });

  it('ends a search when the resident withdraws', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const submitted = await aSubmitted(world, resident(world));
    const { dispatch } = dataOf(await offerTo(anna, submitted.id, olena.volunteerId));

    dataOf(await giveOwn(world, resident(world), 'withdraw', submitted.code));

    expect((await logOf(anna, submitted.id)).dispatches).toMatchObject([{ state: 'STOPPED', offers: [{ state: 'RELEASED' }] }]);
    expect((await myDay(olena)).offers).toMatchObject([{ id: dispatch.offers[0]?.id, state: 'RELEASED' }]);
  });

  it.each(['note', 'prioritise', 'amend'] as const)('leaves a search alone: %s', async (command) => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request } = await asked(world, anna, olena);
    const { version } = await heldOf(anna, request.id);

    await done(world, anna, command, { id: request.id, version });

    expect(await heldOf(anna, request.id)).toMatchObject({ state: 'OFFERED', offersOpen: 1, version: version + 1 });
    expect((await myDay(olena)).offers).toMatchObject([{ state: 'OPEN' }]);
  });

  it('leaves the request in the queue when the claim that ended a search is undone: whoever was asked knows that it is over', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request } = await asked(world, anna, olena);
    const { version } = await done(world, anna, 'claim', request);

    const row = await done(world, anna, 'undo', { id: request.id, version });

    expect(row).toMatchObject({ state: 'TRIAGED', assigneeId: null });
    expect((await myDay(olena)).offers).toMatchObject([{ state: 'RELEASED' }]);
  });

  const TAKERS = [
    ['release', 'TRIAGED', 'TAKEN_BACK'],
    ['assign', 'ACCEPTED', 'TAKEN_BACK'],
    ['cancel', 'CANCELLED', 'TAKEN_BACK'],
    ['finish', 'DONE', 'DONE'],
  ] as const;

  it.each(TAKERS)('takes a task from the volunteer who holds it, and gives it back when undone: %s', async (command, state, ended) => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, taskId } = await taskIn(world, anna, olena);
    const before = taskOf(await myDay(olena), request);
    const events = await eventsAbout(world, 'volunteer', olena.volunteerId);
    world.clock.advance(60);

    const { version } = await done(world, anna, command, request, claimable(anna, command));

    expect((await heldOf(anna, request.id)).state).toBe(state);
    expect(taskOf(await myDay(olena), request)).toMatchObject({
      id: taskId,
      state: ended,
      endedAt: world.clock.in(0),
      undoableUntil: null,
    });
    expect(await eventsAbout(world, 'volunteer', olena.volunteerId)).toBe(events + 1);

    const row = await done(world, anna, 'undo', { id: request.id, version });

    expect(row).toMatchObject({ state: 'ACCEPTED', assigneeId: null, assigneeName: olena.name });
    expect(taskOf(await myDay(olena), request)).toEqual({ ...before, version: row.version, undoableUntil: null });
    expect((await logOf(anna, request.id)).tasks).toMatchObject([{ id: taskId, state: 'ACCEPTED' }]);
  });

  it('gives back what was on the way as on the way', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request } = await taskIn(world, anna, olena, 'ON_THE_WAY');
    const { version } = await done(world, anna, 'release', request);

    expect(await done(world, anna, 'undo', { id: request.id, version })).toMatchObject({ state: 'IN_PROGRESS', assigneeName: olena.name });
    expect(taskOf(await myDay(olena), request).state).toBe('ON_THE_WAY');
  });

  it.each(TAKERS)('can’t give it back when the volunteer took another for that time meanwhile: %s', async (command) => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const due = { to: world.clock.in(HOUR) };
    const { request } = await taskIn(world, anna, olena, 'ACCEPTED', { due });
    const { version } = await done(world, anna, command, request, claimable(anna, command));
    await taskIn(world, anna, olena, 'ACCEPTED', { due });
    const before = await snapshotOf(world);

    expect(errorOf(await give(world, anna, 'undo', { id: request.id, version }))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at: world.clock.in(0), state: 'CLASH' },
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('takes a task away when the resident withdraws', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const submitted = await aSubmitted(world, resident(world));
    const { offers } = dataOf(await offerTo(anna, submitted.id, olena.volunteerId)).dispatch;
    await mine(olena, 'acceptOffer', offers[0]?.id ?? '');

    dataOf(await giveOwn(world, resident(world), 'withdraw', submitted.code));

    expect(taskOf(await myDay(olena), submitted)).toMatchObject({ state: 'TAKEN_BACK' });
  });

  it('says on the volunteer’s page that staff began it for them, and that it is done', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request } = await taskIn(world, anna, olena);
    const stateOf = async (row: Pick<Row, 'number'>) => taskOf(await myDay(olena), row).state;

    await done(world, anna, 'start', request);
    expect(await stateOf(request)).toBe('ON_THE_WAY');
    await done(world, anna, 'finish', request);
    expect(await stateOf(request)).toBe('DONE');
  });

  it('lets no member of the Team start, finish or release for a volunteer: that is the coordinator’s', async () => {
    const anna = await coordinator();
    const ewa = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const olena = await aHelper(world);
    const { request } = await taskIn(world, anna, olena);
    for (const command of ['start', 'finish', 'release'] as const)
      expect(errorOf(await give(world, ewa, command, request))).toMatchObject({ code: 'CONFLICT', conflict: { by: olena.name } });
  });

  it('and a yes at the same moment end in one holder, whichever was first', async () => {
    const anna = await coordinator();
    for (let round = 0; round < 4; round++) {
      const olena = await aHelper(world);
      const { request, offerId } = await asked(world, anna, olena);
      const acts = [() => mine(olena, 'acceptOffer', offerId).then(Boolean, () => false), () => give(world, anna, 'claim', request)];
      await Promise.all((round % 2 ? acts : acts.toReversed()).map((act) => act()));

      const held = await heldOf(anna, request.id);
      expect(held.state).toBe('ACCEPTED');
      expect([held.assigneeId, held.volunteerId].filter(Boolean)).toHaveLength(1);
      const { tasks, dispatches } = await logOf(anna, request.id);
      expect(tasks.filter(({ state }) => state === 'ACCEPTED')).toHaveLength(held.volunteerId ? 1 : 0);
      expect(dispatches).toMatchObject([{ state: held.volunteerId ? 'ACCEPTED' : 'STOPPED' }]);
    }
  });
});
