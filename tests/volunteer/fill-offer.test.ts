import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { aHelper, logOf, mine, myDay, offerTo } from '../support/dispatch.ts';
import { aHost, askedPool, fillOffer, poolOffers, type Host } from '../support/pool.ts';
import { aRequest } from '../support/requests.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { asked, eventsAbout, expectRecorded, heldOf, taskOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

describe('fillOffer', () => {
  const world = useWorld();
  async function desk(): Promise<{ anna: Actor; host: Host; coordinator: Actor }> {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const host = await aHost(world, anna);
    return { anna, host, coordinator: host.coordinator };
  }

  it('gives the request to one of the organisation’s own: name to the queue, task to them, the question is answered', async () => {
    const { anna, host, coordinator } = await desk();
    const olena = await aHelper(world, { organisation_id: host.id });
    const { request, offerId, dispatch } = await askedPool(world, anna, host);
    const before = await eventsAbout(world, 'organisation', host.id);
    world.clock.advance(60);

    expect(dataOf(await fillOffer(coordinator, offerId, olena.volunteerId)).offer).toMatchObject({ id: offerId, state: 'ACCEPTED' });

    expect(await poolOffers(coordinator, host.id)).toEqual([]);
    expect(await heldOf(anna, request.id)).toMatchObject({
      ...{ state: 'ACCEPTED', volunteerId: olena.volunteerId, assigneeName: olena.name, offersOpen: 0 },
      version: request.version + 2,
    });
    expect(taskOf(await myDay(olena), request)).toMatchObject({ state: 'ACCEPTED', fromAt: world.clock.in(0), undoableUntil: null });
    expect((await logOf(anna, request.id)).dispatches).toMatchObject([{ state: 'ACCEPTED', offers: [{ poolId: host.poolId }] }]);
    // for the coordinator's list, and for the figures of the one district where the pool is offered
    expect(await eventsAbout(world, 'organisation', host.id)).toBe(before + 2);
    expect(await eventsAbout(world, 'dispatch', dispatch.id)).toBe(2);
    const [held] = await world.orm.em
      .fork()
      .execute<{ display_name: string }[]>('select display_name from person where id = ?', [coordinator.personId]);
    const by = { personId: coordinator.personId, name: held?.display_name ?? '' };
    await expectRecorded(world, request, { action: 'pool.answer', by, to_name: olena.name });
  });

  it('refuses whoever is not theirs, helps no more or does not exist', async () => {
    const { anna, host, coordinator } = await desk();
    const others = [
      (await aHelper(world)).volunteerId,
      (await aHelper(world, { organisation_id: (await aHost(world, anna)).id })).volunteerId,
      (await aHelper(world, { organisation_id: host.id, ended_at: world.clock.now() })).volunteerId,
      newId(),
    ];
    const { offerId } = await askedPool(world, anna, host);
    const before = await snapshotOf(world);

    for (const volunteerId of others)
      expect(errorOf(await fillOffer(coordinator, offerId, volunteerId))).toEqual({
        code: 'INVALID',
        fields: [{ path: 'volunteerId', rule: 'volunteer' }],
      });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('is stopped by a gate, which the organisation can’t let pass', async () => {
    const { anna, host, coordinator } = await desk();
    const olena = await aHelper(world, { organisation_id: host.id, insured_until: '2026-11-25', kinds: '{PET}', max_open: 1 });
    const { offerId } = await askedPool(world, anna, host);
    const before = await snapshotOf(world);

    expect(errorOf(await fillOffer(coordinator, offerId, olena.volunteerId))).toEqual({
      code: 'GATE_FAILED',
      gates: ['INSURANCE', 'KIND'],
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('is a conflict after its time, and once it was answered', async () => {
    const { anna, host, coordinator } = await desk();
    const olena = await aHelper(world, { organisation_id: host.id });
    const [answered, late] = [await askedPool(world, anna, host), await askedPool(world, anna, host)];
    dataOf(await fillOffer(coordinator, answered.offerId, olena.volunteerId));
    const at = world.clock.in(0);
    world.clock.advance(30 * 60);

    expect(errorOf(await fillOffer(coordinator, answered.offerId, olena.volunteerId))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at, state: 'ACCEPTED' },
    });
    expect(errorOf(await fillOffer(coordinator, late.offerId, olena.volunteerId))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at: world.clock.in(0), state: 'EXPIRED' },
    });
    expect(await poolOffers(coordinator, host.id)).toEqual([]);
  });

  it('is a conflict when a task of theirs is in the way', async () => {
    const { anna, host, coordinator } = await desk();
    const olena = await aHelper(world, { organisation_id: host.id });
    const window = { from: world.clock.in(3600), to: world.clock.in(2 * 3600) };
    const own = dataOf(await offerTo(anna, (await aRequest(world, anna)).id, olena.volunteerId, window)).dispatch;
    await mine(olena, 'acceptOffer', own.offers[0]?.id ?? '');
    const { id } = await aRequest(world, anna);
    const { offers } = dataOf(await offerTo(anna, id, '', { volunteerId: null, poolId: host.poolId, ...window })).dispatch;

    expect(errorOf(await fillOffer(coordinator, offers[0]?.id ?? '', olena.volunteerId))).toEqual({
      code: 'CONFLICT',
      conflict: { by: null, at: window.from, state: 'CLASH' },
    });
    expect((await heldOf(anna, id)).state).toBe('OFFERED');
  });

  it('is for questions to a pool: one to a volunteer is missing', async () => {
    const { anna, host, coordinator } = await desk();
    const olena = await aHelper(world, { organisation_id: host.id });
    const { offerId } = await asked(world, anna, olena);

    expect(errorOf(await fillOffer(coordinator, offerId, olena.volunteerId)).code).toBe('NOT_FOUND');
  });

  it('answers the same again for the same key, and fills once', async () => {
    const { anna, host, coordinator } = await desk();
    const olena = await aHelper(world, { organisation_id: host.id });
    const { offerId } = await askedPool(world, anna, host);
    const key = newId();
    const first = await fillOffer(coordinator, offerId, olena.volunteerId, key);
    const before = await snapshotOf(world);

    expect(first.errors).toBeUndefined();
    expect(await fillOffer(coordinator, offerId, olena.volunteerId, key)).toEqual(first);
    expect(await snapshotOf(world)).toBe(before);
  });
});
