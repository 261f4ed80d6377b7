import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { dataOf, errorOf, type Answer } from '../support/client.ts';
import { done } from '../support/commands.ts';
import { aHelper, logOf, mine, myDay, offerTo, RECORD_ANSWER, wavesFor, type DispatchSeen } from '../support/dispatch.ts';
import { aHost, askedPool } from '../support/pool.ts';
import { aRequest } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { asked, eventsAbout, expectRecorded, heldOf, offerOf } from '../support/tasks.ts';
import { tell } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

const record = (by: Actor, id: string, over: object): Promise<Answer<{ dispatch: DispatchSeen }>> =>
  by.send(RECORD_ANSWER, { input: { key: newId(), id, ...over } });

describe('recordAnswer', () => {
  const world = useWorld();
  const member = () => signIn(world, 'TEAM_MEMBER', 'wlochy');

  it('writes down a yes said on the phone: the task is the volunteer’s, the others are released, and the journal names both', async () => {
    const anna = await member();
    const [olena, petro] = [await aHelper(world), await aHelper(world)];
    const request = await aRequest(world, anna);
    const search = dataOf(await wavesFor(anna, request.id)).dispatch;
    expect(search.offers).toHaveLength(2);
    world.clock.advance(60);

    const { dispatch } = dataOf(await record(anna, offerOf(search, olena), { accepted: true }));

    expect(dispatch).toMatchObject({ state: 'ACCEPTED', endedAt: world.clock.in(0) });
    expect(dispatch.offers.find(({ volunteerId }) => volunteerId === petro.volunteerId)).toMatchObject({ state: 'RELEASED' });
    expect(await heldOf(anna, request.id)).toMatchObject({
      ...{ state: 'ACCEPTED', volunteerId: olena.volunteerId, assigneeName: olena.name, offersOpen: 0 },
      version: request.version + 2,
    });
    expect((await myDay(olena)).tasks).toMatchObject([{ number: request.number, state: 'ACCEPTED', undoableUntil: null }]);
    await expectRecorded(world, request, { action: 'dispatch.record', by: anna, to_name: olena.name });
    expect(await eventsAbout(world, 'dispatch', dispatch.id)).toBe(2);
  });

  it('works for a volunteer without an account, who can only be asked on the phone', async () => {
    const anna = await member();
    const senior = await aHelper(world, { person_id: null });
    const { request, offerId } = await asked(world, anna, senior);

    dataOf(await record(anna, offerId, { accepted: true }));

    expect(await heldOf(anna, request.id)).toMatchObject({ state: 'ACCEPTED', volunteerId: senior.volunteerId });
    expect((await logOf(anna, request.id)).tasks).toMatchObject([{ volunteerId: senior.volunteerId, state: 'ACCEPTED' }]);
  });

  it('writes down a no with its reason, and goes on as after the volunteer’s own', async () => {
    const anna = await member();
    const olena = await aHelper(world);
    const { request, offerId } = await asked(world, anna, olena);

    const { dispatch } = dataOf(await record(anna, offerId, { accepted: false, reason: 'UNWELL' }));

    expect(dispatch).toMatchObject({ state: 'EXHAUSTED', offers: [{ state: 'DECLINED', declineReason: 'UNWELL' }] });
    expect((await heldOf(anna, request.id)).state).toBe('TRIAGED');
    await expectRecorded(world, request, { action: 'dispatch.record', by: anna, reason: 'UNWELL', to_name: olena.name });
  });

  it('is taken back by who wrote it down: the request is in the queue, and those released stay so', async () => {
    const anna = await member();
    const [olena, petro] = [await aHelper(world), await aHelper(world)];
    const request = await aRequest(world, anna);
    const { dispatch } = dataOf(await wavesFor(anna, request.id));
    dataOf(await record(anna, offerOf(dispatch, olena), { accepted: true }));
    const { version } = await heldOf(anna, request.id);

    await done(world, anna, 'undo', { id: request.id, version });

    expect(await heldOf(anna, request.id)).toMatchObject({ state: 'TRIAGED', volunteerId: null, offersOpen: 0 });
    const log = await logOf(anna, request.id);
    expect(log.tasks).toMatchObject([{ state: 'TAKEN_BACK' }]);
    expect(log.dispatches).toMatchObject([{ state: 'ACCEPTED' }]);
    expect((await myDay(petro)).offers).toMatchObject([{ state: 'RELEASED' }]);
  });

  it('refuses a pool, which answers with a name', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { offerId } = await askedPool(world, anna, await aHost(world, anna));
    const before = await snapshotOf(world);

    expect(errorOf(await record(anna, offerId, { accepted: true }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'id', rule: 'volunteer' }],
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('refuses a yes of somebody who helps no more meanwhile, and takes a no', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const olena = await aHelper(world);
    const { request, offerId } = await asked(world, anna, olena);
    dataOf(await tell(anna, 'endVolunteer', { id: olena.volunteerId }));

    expect(errorOf(await record(anna, offerId, { accepted: true }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'id', rule: 'volunteer' }],
    });
    dataOf(await record(anna, offerId, { accepted: false }));
    expect((await heldOf(anna, request.id)).state).toBe('TRIAGED');
  });

  it('is a conflict after their own answer and after its time', async () => {
    const anna = await member();
    const olena = await aHelper(world);
    const [answered, late] = [await asked(world, anna, olena), await asked(world, anna, olena)];
    await mine(olena, 'declineOffer', answered.offerId);
    const at = world.clock.in(0);
    world.clock.advance(30 * 60);

    for (const accepted of [true, false]) {
      expect(errorOf(await record(anna, answered.offerId, { accepted }))).toEqual({
        code: 'CONFLICT',
        conflict: { by: null, at, state: 'DECLINED' },
      });
      expect(errorOf(await record(anna, late.offerId, { accepted }))).toEqual({
        code: 'CONFLICT',
        conflict: { by: null, at: world.clock.in(0), state: 'EXPIRED' },
      });
    }
  });

  it('is a conflict when an own task is in the way, named by its start', async () => {
    const anna = await member();
    const olena = await aHelper(world);
    const window = { from: world.clock.in(3600), to: world.clock.in(2 * 3600) };
    const offers: string[] = [];
    for (let each = 0; each < 2; each++) {
      const { id } = await aRequest(world, anna);
      offers.push(offerOf(dataOf(await offerTo(anna, id, olena.volunteerId, window)).dispatch, olena));
    }
    dataOf(await record(anna, offers[0] ?? '', { accepted: true }));
    const before = await snapshotOf(world);

    expect(errorOf(await record(anna, offers[1] ?? '', { accepted: true }))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at: window.from, state: 'CLASH' },
    });
    expect(await snapshotOf(world)).toBe(before);
  });
});
