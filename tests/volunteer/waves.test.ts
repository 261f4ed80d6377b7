import { describe, expect, it } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { aHelper, doMine, logOf, mine, myDay, wavesFor, type DispatchSeen, type Helper } from '../support/dispatch.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { aRequest, type Row } from '../support/requests.ts';
import { heldOf, offerOf, taskOf } from '../support/tasks.ts';
import { useTimedWorld } from '../support/timed-world.ts';

const MINUTE = 60;

describe('waves', () => {
  const { world, pass, until, queueAt, timerSet } = useTimedWorld();

  /** So many who are equal but for when they were last asked, the first to be asked first. */
  async function begin(count: number, over: object = {}) {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const helpers: Helper[] = [];
    for (let each = 0; each < count; each++) helpers.push(await aHelper(world, { last_asked_at: world.clock.in((each - 100) * 86_400) }));
    const request = await aRequest(world, anna);
    const { dispatch } = dataOf(await wavesFor(anna, request.id, { size: 3, minutes: 15, ...over }));
    await timerSet(dispatch.id);
    return { anna, helpers, request, dispatch };
  }
  async function searchOf(by: Actor, { id }: Row): Promise<DispatchSeen> {
    const [search] = (await logOf(by, id)).dispatches;
    if (!search) throw new Error('nobody is looked for');
    return search;
  }
  const wave = (anna: Actor, request: Row, number: number) =>
    until(
      () => searchOf(anna, request),
      (search) => search.wave === number,
    );
  /** Who was asked in which wave, by their place among the helpers, and how it ended. */
  const askedIn = (search: DispatchSeen, helpers: readonly Helper[], number: number) =>
    search.offers
      .filter((offer) => offer.wave === number)
      .map((offer) => [helpers.findIndex(({ volunteerId }) => volunteerId === offer.volunteerId), offer.state, offer.offeredAt])
      .toSorted(([one], [other]) => Number(one) - Number(other));

  it('ask three at minute 0, three at 15 and the last at 30, to the minute; then the request is in the queue again', async () => {
    const { anna, helpers, request, dispatch } = await begin(7);
    const start = world.clock.in(0);
    expect(askedIn(dispatch, helpers, 1)).toEqual([0, 1, 2].map((place) => [place, 'OPEN', start]));

    await pass(15 * MINUTE - 1);
    expect(await searchOf(anna, request)).toEqual(dispatch);
    await pass(1);
    const second = await wave(anna, request, 2);

    const quarter = world.clock.in(0);
    expect(askedIn(second, helpers, 1)).toEqual([0, 1, 2].map((place) => [place, 'EXPIRED', start]));
    expect(askedIn(second, helpers, 2)).toEqual([3, 4, 5].map((place) => [place, 'OPEN', quarter]));
    expect(second).toMatchObject({ state: 'RUNNING', nextAt: world.clock.in(15 * MINUTE) });
    expect(await heldOf(anna, request.id)).toMatchObject({ state: 'OFFERED', offersOpen: 3, offersUntil: world.clock.in(15 * MINUTE) });
    await timerSet(dispatch.id);

    await pass(15 * MINUTE - 1);
    expect(await searchOf(anna, request)).toEqual(second);
    await pass(1);
    const third = await wave(anna, request, 3);
    expect(askedIn(third, helpers, 3)).toEqual([[6, 'OPEN', world.clock.in(0)]]);
    await timerSet(dispatch.id);

    await pass(15 * MINUTE);
    const over = await until(
      () => searchOf(anna, request),
      ({ state }) => state !== 'RUNNING',
    );
    expect(over).toMatchObject({ state: 'EXHAUSTED', wave: 3, endedAt: world.clock.in(0) });
    expect(new Set(over.offers.map(({ state }) => state))).toEqual(new Set(['EXPIRED']));
    expect(await heldOf(anna, request.id)).toMatchObject({ state: 'TRIAGED', offersOpen: 0, volunteerId: null });
    const byTimer = (await auditOf(world, request.id)).filter(({ action }) => action === 'dispatch.advance');
    expect(byTimer.map(({ actor_id, outcome }) => [actor_id, outcome])).toEqual([
      [null, 'DONE'],
      [null, 'DONE'],
      [null, 'DONE'],
    ]);
    expect((await eventsOf(world, dispatch.id)).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  it('go on at once when all of a wave say no, and the timer of that wave does nothing more', async () => {
    const { anna, helpers, request, dispatch } = await begin(6);
    await pass(5 * MINUTE);
    for (const helper of helpers.slice(0, 3)) await mine(helper, 'declineOffer', offerOf(dispatch, helper));
    const second = await searchOf(anna, request);
    expect(askedIn(second, helpers, 2)).toEqual([3, 4, 5].map((place) => [place, 'OPEN', world.clock.in(0)]));
    expect(second.nextAt).toBe(world.clock.in(15 * MINUTE));
    await timerSet(dispatch.id);

    await pass(10 * MINUTE);
    await queueAt(4);
    expect(await searchOf(anna, request)).toEqual(second);

    await pass(5 * MINUTE);
    const over = await until(
      () => searchOf(anna, request),
      ({ state }) => state !== 'RUNNING',
    );
    expect(over).toMatchObject({ state: 'EXHAUSTED', wave: 2, endedAt: world.clock.in(0) });
  });

  it('end with the first yes, whatever the timers do after it', async () => {
    const { anna, helpers, request, dispatch } = await begin(6);
    const [, second] = helpers;
    if (!second) throw new Error('six were made');
    await pass(14 * MINUTE);
    await mine(second, 'acceptOffer', offerOf(dispatch, second));
    const ended = await searchOf(anna, request);
    expect(ended).toMatchObject({ state: 'ACCEPTED', wave: 1 });

    await pass(20 * MINUTE);
    await queueAt(4);

    expect(await searchOf(anna, request)).toEqual(ended);
    expect((await heldOf(anna, request.id)).volunteerId).toBe(second.volunteerId);
    for (const helper of helpers.slice(3)) expect((await myDay(helper)).offers).toEqual([]);
  });

  it('ask nobody before their time when the timer comes early, and ask when it has come', async () => {
    const { anna, helpers, request, dispatch } = await begin(4);
    await pass(10 * MINUTE);

    await queueAt(10 * MINUTE);
    expect(await searchOf(anna, request)).toEqual(dispatch);
    await pass(5 * MINUTE - 1);
    await queueAt(10 * MINUTE);
    expect(await searchOf(anna, request)).toEqual(dispatch);
    await pass(1);
    const second = await wave(anna, request, 2);

    expect(askedIn(second, helpers, 2)).toEqual([[3, 'OPEN', world.clock.in(0)]]);
  });

  it('ask the next as soon as a late timer comes; a yes in between is told that it is over', async () => {
    const { anna, helpers, request, dispatch } = await begin(4);
    world.clock.advance(40 * MINUTE);
    const [first] = helpers;
    if (!first) throw new Error('four were made');
    expect(errorOf(await doMine(first, 'acceptOffer', offerOf(dispatch, first)))).toMatchObject({
      code: 'CONFLICT',
      conflict: { by: null, state: 'EXPIRED' },
    });

    await queueAt(0);
    const second = await wave(anna, request, 2);

    expect(askedIn(second, helpers, 2)).toEqual([[3, 'OPEN', world.clock.in(0)]]);
    expect(second.nextAt).toBe(world.clock.in(15 * MINUTE));
  });

  it('ask whoever is fit by then: not who is gone meanwhile, but who came', async () => {
    const { anna, helpers, request } = await begin(5);
    const em = world.orm.em.fork();
    await em.execute('update volunteer set ended_at = ? where id = ?', [world.clock.now(), helpers[3]?.volunteerId]);
    const late = await aHelper(world);

    await pass(15 * MINUTE);
    const second = await wave(anna, request, 2);

    expect(askedIn(second, [...helpers, late], 2).map(([place]) => place)).toEqual([4, 5]);
  });

  it('wait again after a yes was taken back, for what was left of the time', async () => {
    const { anna, helpers, request, dispatch } = await begin(4);
    const [first] = helpers;
    if (!first) throw new Error('four were made');
    await pass(5 * MINUTE);
    const { id, version } = taskOf(await mine(first, 'acceptOffer', offerOf(dispatch, first)), request);
    await pass(20);
    await mine(first, 'undoTask', id, { version });
    await timerSet(dispatch.id);

    await pass(10 * MINUTE - 21);
    expect(await searchOf(anna, request)).toMatchObject({ state: 'RUNNING', wave: 1 });
    await pass(1);
    const second = await wave(anna, request, 2);

    expect(askedIn(second, helpers, 2)).toEqual([[3, 'OPEN', dispatch.nextAt]]);
    expect(askedIn(second, helpers, 1).map(([, state]) => state)).toEqual(['EXPIRED', 'EXPIRED', 'EXPIRED']);
  });

  it('of one who was asked alone end after the time, without another wave', async () => {
    const { anna, request } = await begin(1, { size: 1 });
    await aHelper(world, { kinds: '{PET}' });
    await pass(15 * MINUTE);
    const over = await until(
      () => searchOf(anna, request),
      ({ state }) => state !== 'RUNNING',
    );
    expect(over).toMatchObject({ state: 'EXHAUSTED', wave: 1, offers: [{ state: 'EXPIRED', answeredAt: world.clock.in(0) }] });
  });
});
