import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { aHelper, logOf } from '../support/dispatch.ts';
import { aHost, askedPool, declinePoolOffer, fillOffer, poolOffers } from '../support/pool.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { asked, eventsAbout, expectRecorded, heldOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

describe('declinePoolOffer', () => {
  const world = useWorld();
  async function desk() {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    return { anna, host: await aHost(world, anna) };
  }

  it('puts the request back into the queue with the reason, and the pool has its people again', async () => {
    const { anna, host } = await desk();
    const { request, offerId } = await askedPool(world, anna, host);
    const before = await eventsAbout(world, 'organisation', host.id);
    world.clock.advance(60);

    expect(dataOf(await declinePoolOffer(host.coordinator, offerId, { reason: 'NO_TIME' })).offer.state).toBe('DECLINED');

    expect(await poolOffers(host.coordinator, host.id)).toEqual([]);
    expect(await heldOf(anna, request.id)).toMatchObject({ state: 'TRIAGED', offersOpen: 0 });
    expect((await logOf(anna, request.id)).dispatches).toMatchObject([
      { state: 'EXHAUSTED', offers: [{ state: 'DECLINED', declineReason: 'NO_TIME', answeredAt: world.clock.in(0) }] },
    ]);
    expect(await eventsAbout(world, 'organisation', host.id)).toBe(before + 1);
    const [held] = await world.orm.em
      .fork()
      .execute<{ display_name: string }[]>('select display_name from person where id = ?', [host.coordinator.personId]);
    const by = { personId: host.coordinator.personId, name: held?.display_name ?? '' };
    await expectRecorded(world, request, { action: 'pool.answer', by, reason: 'NO_TIME' });
  });

  it('is a conflict after its time, and once it was answered', async () => {
    const { anna, host } = await desk();
    const olena = await aHelper(world, { organisation_id: host.id });
    const [filled, late] = [await askedPool(world, anna, host), await askedPool(world, anna, host)];
    dataOf(await fillOffer(host.coordinator, filled.offerId, olena.volunteerId));
    const at = world.clock.in(0);
    world.clock.advance(30 * 60);

    for (const [offerId, when, state] of [
      [filled.offerId, at, 'ACCEPTED'],
      [late.offerId, world.clock.in(0), 'EXPIRED'],
    ] as const)
      expect(errorOf(await declinePoolOffer(host.coordinator, offerId))).toEqual({
        code: 'CONFLICT',
        conflict: { by: null, at: when, state },
      });
  });

  it('is for questions to a pool: one to a volunteer is missing', async () => {
    const { anna, host } = await desk();
    const { offerId } = await asked(world, anna, await aHelper(world, { organisation_id: host.id }));
    expect(errorOf(await declinePoolOffer(host.coordinator, offerId)).code).toBe('NOT_FOUND');
  });

  it('answers the same again for the same key, and declines once', async () => {
    const { anna, host } = await desk();
    const { offerId } = await askedPool(world, anna, host);
    const key = newId();
    const first = await declinePoolOffer(host.coordinator, offerId, { key });
    const before = await snapshotOf(world);

    expect(first.errors).toBeUndefined();
    expect(await declinePoolOffer(host.coordinator, offerId, { key })).toEqual(first);
    expect(await snapshotOf(world)).toBe(before);
  });
});
