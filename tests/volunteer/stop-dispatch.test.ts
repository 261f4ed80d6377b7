import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { dataOf, errorOf, type Answer } from '../support/client.ts';
import { done } from '../support/commands.ts';
import { aHelper, doMine, myDay, mine, STOP_DISPATCH, wavesFor, type DispatchSeen } from '../support/dispatch.ts';
import { aRequest } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { asked, eventsAbout, expectRecorded, heldOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

const stop = (by: Actor, id: string, key: string = newId()): Promise<Answer<{ dispatch: DispatchSeen }>> =>
  by.send(STOP_DISPATCH, { input: { key, id } });

describe('stopDispatch', () => {
  const world = useWorld();

  it('asks nobody any more: the request is in the queue again, and whoever was asked sees that it is over', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const helpers = [await aHelper(world), await aHelper(world)];
    const request = await aRequest(world, anna);
    const { id, offers } = dataOf(await wavesFor(anna, request.id)).dispatch;
    world.clock.advance(60);

    const { dispatch } = dataOf(await stop(anna, id));

    expect(dispatch).toMatchObject({ state: 'STOPPED', endedAt: world.clock.in(0) });
    expect(dispatch.offers.map(({ state, answeredAt }) => [state, answeredAt])).toEqual(offers.map(() => ['RELEASED', world.clock.in(0)]));
    expect(await heldOf(anna, request.id)).toMatchObject({
      ...{ state: 'TRIAGED', assigneeId: null, volunteerId: null, offersOpen: 0, offersUntil: null },
      version: request.version + 2,
    });
    for (const helper of helpers) {
      expect((await myDay(helper)).offers).toMatchObject([{ state: 'RELEASED' }]);
      expect(await eventsAbout(world, 'volunteer', helper.volunteerId)).toBe(2);
    }
    expect(await eventsAbout(world, 'dispatch', id)).toBe(2);
    await expectRecorded(world, request, { action: 'dispatch.stop', by: anna });
  });

  it('ends the questions: a yes that comes after it is told that it is over', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const olena = await aHelper(world);
    const { offerId, dispatch } = await asked(world, anna, olena);
    dataOf(await stop(anna, dispatch.id));

    for (const command of ['acceptOffer', 'declineOffer'] as const)
      expect(errorOf(await doMine(olena, command, offerId))).toEqual({
        code: 'CONFLICT',
        conflict: { by: null, at: world.clock.in(0), state: 'RELEASED' },
      });
  });

  it('is a conflict once the search is over, by a yes, a no or a stop', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const olena = await aHelper(world);
    const [yes, no, stopped, cancelled] = [
      await asked(world, anna, olena),
      await asked(world, anna, olena),
      await asked(world, anna, olena),
      await asked(world, anna, olena),
    ];
    await mine(olena, 'acceptOffer', yes.offerId);
    await mine(olena, 'declineOffer', no.offerId);
    dataOf(await stop(anna, stopped.dispatch.id));
    await done(world, anna, 'cancel', cancelled.request);
    const before = await snapshotOf(world);

    for (const [{ dispatch }, by, state] of [
      [yes, olena.name, 'ACCEPTED'],
      [no, null, 'TRIAGED'],
      [stopped, null, 'TRIAGED'],
      [cancelled, null, 'CANCELLED'],
    ] as const)
      expect(errorOf(await stop(anna, dispatch.id))).toEqual({ code: 'CONFLICT', conflict: { by, at: world.clock.in(0), state } });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('lets the request be offered again, also to whoever was asked', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const olena = await aHelper(world);
    const { request, dispatch } = await asked(world, anna, olena);
    dataOf(await stop(anna, dispatch.id));

    const again = dataOf(await wavesFor(anna, request.id)).dispatch;

    expect(again.offers).toMatchObject([{ volunteerId: olena.volunteerId, state: 'OPEN' }]);
  });

  it('answers the same again for the same key, and stops once', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { dispatch } = await asked(world, anna, await aHelper(world));
    const key = newId();
    const first = await stop(anna, dispatch.id, key);
    const before = await snapshotOf(world);

    expect(first.errors).toBeUndefined();
    expect(await stop(anna, dispatch.id, key)).toEqual(first);
    expect(await snapshotOf(world)).toBe(before);
  });
});
