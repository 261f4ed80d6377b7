import { DECLINE_REASONS } from '@ww/shared/volunteer/terms';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { aHelper, doMine, logOf, mine, myDay, wavesFor } from '../support/dispatch.ts';
import { aRequest } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { behavesAsStep } from '../support/step-behaviour.ts';
import { asked, eventsAbout, expectRecorded, heldOf, offerOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

describe('declineOffer', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');

  it.each([...DECLINE_REASONS, null])('writes down %s; when nobody else is asked, the request is in the queue again', async (reason) => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, offerId } = await asked(world, anna, olena);
    world.clock.advance(60);

    const day = await mine(olena, 'declineOffer', offerId, { reason });

    expect(day.offers).toEqual([]);
    expect((await logOf(anna, request.id)).dispatches).toMatchObject([
      {
        ...{ state: 'EXHAUSTED', endedAt: world.clock.in(0) },
        offers: [{ state: 'DECLINED', declineReason: reason, answeredAt: world.clock.in(0) }],
      },
    ]);
    expect(await heldOf(anna, request.id)).toMatchObject({ state: 'TRIAGED', offersOpen: 0, offersUntil: null });
    await expectRecorded(world, request, { action: 'offer.answer', by: olena, ...(reason ? { reason } : {}) });
    expect(await eventsAbout(world, 'volunteer', olena.volunteerId)).toBe(2);
  });

  it('leaves the others asked, and goes on at once when it was the last of the wave', async () => {
    const anna = await coordinator();
    const helpers = [];
    for (const daysAgo of [5, 4, 3, 2, 1]) helpers.push(await aHelper(world, { last_asked_at: world.clock.in(-daysAgo * 86_400) }));
    const { id } = await aRequest(world, anna);
    const { dispatch } = dataOf(await wavesFor(anna, id, { size: 3 }));
    const [first, second, third, fourth, fifth] = helpers;
    if (!first || !second || !third || !fourth || !fifth) throw new Error('five were made');

    for (const [helper, open] of [
      [first, 2],
      [second, 1],
    ] as const) {
      world.clock.advance(60);
      await mine(helper, 'declineOffer', offerOf(dispatch, helper), { reason: 'NO_TIME' });
      expect(await heldOf(anna, id)).toMatchObject({ state: 'OFFERED', offersOpen: open });
    }
    world.clock.advance(60);
    await mine(third, 'declineOffer', offerOf(dispatch, third));

    const [search] = (await logOf(anna, id)).dispatches;
    expect(search).toMatchObject({ state: 'RUNNING', wave: 2, nextAt: world.clock.in(15 * 60) });
    expect(search?.offers.filter(({ wave }) => wave === 2).map(({ volunteerId, state }) => [volunteerId, state])).toEqual(
      expect.arrayContaining([
        [fourth.volunteerId, 'OPEN'],
        [fifth.volunteerId, 'OPEN'],
      ]),
    );
    expect(await heldOf(anna, id)).toMatchObject({ state: 'OFFERED', offersOpen: 2, offersUntil: world.clock.in(15 * 60) });
    expect((await myDay(fourth)).offers).toMatchObject([{ state: 'OPEN', othersAsked: 1 }]);
  });

  it('is a conflict after its time, after a no, and after another’s yes, and changes nothing', async () => {
    const anna = await coordinator();
    const [olena, petro] = [await aHelper(world), await aHelper(world)];
    const { id } = await aRequest(world, anna);
    const { dispatch } = dataOf(await wavesFor(anna, id, { size: 2 }));
    await mine(petro, 'acceptOffer', offerOf(dispatch, petro));
    const yesAt = world.clock.in(0);
    const late = await asked(world, anna, olena);
    const twice = await asked(world, anna, olena);
    world.clock.advance(29 * 60);
    await mine(olena, 'declineOffer', twice.offerId);
    const noAt = world.clock.in(0);
    world.clock.advance(60);
    const before = await snapshotOf(world);

    for (const [offerId, at, state] of [
      [offerOf(dispatch, olena), yesAt, 'ACCEPTED'],
      [late.offerId, world.clock.in(0), 'EXPIRED'],
      [twice.offerId, noAt, 'DECLINED'],
    ] as const)
      expect(errorOf(await doMine(olena, 'declineOffer', offerId))).toEqual({ code: 'CONFLICT', conflict: { by: null, at, state } });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('refuses a reason that is none', async () => {
    const olena = await aHelper(world);
    const { offerId } = await asked(world, await coordinator(), olena);
    expect(errorOf(await doMine(olena, 'declineOffer', offerId, { reason: 'BORED' })).code).toBe('INVALID');
    expect((await myDay(olena)).offers).toMatchObject([{ state: 'OPEN' }]);
  });

  behavesAsStep(world, 'declineOffer');
});
