import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { aHelper, doMine, logOf, mine, myDay, offerTo, wavesFor } from '../support/dispatch.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { aRequest } from '../support/requests.ts';
import { behavesAsStep } from '../support/step-behaviour.ts';
import { useWorld } from '../support/world.ts';

describe('acceptOffer', () => {
  const world = useWorld();

  it('gives the volunteer the task at their first free time, tells the queue, and leaves event and audit entry', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const olena = await aHelper(world);
    const { id, number } = await aRequest(world, anna);
    const dispatch = dataOf(await offerTo(anna, id, olena.volunteerId)).dispatch;
    expect(dispatch).toMatchObject({ state: 'RUNNING', wave: 1, inWaves: false });
    const [offer] = (await myDay(olena)).offers;
    expect(offer).toMatchObject({ state: 'OPEN', kind: 'SHOPPING', district: 'wlochy', expiresAt: world.clock.in(30 * 60) });
    world.clock.advance(60);

    const day = await mine(olena, 'acceptOffer', offer?.id ?? '');

    expect(day.offers).toEqual([]);
    expect(day.tasks).toMatchObject([{ number, state: 'ACCEPTED', fromAt: world.clock.in(0), toAt: world.clock.in(3600), minutes: null }]);
    const row = dataOf(
      await anna.send<{ request: { row: object } }>(
        'query ($id: ID!) { request(id: $id) { row { state assigneeId assigneeName volunteerId offersOpen acceptedAt } } }',
        { id },
      ),
    ).request.row;
    expect(row).toEqual({
      state: 'ACCEPTED',
      assigneeId: null,
      assigneeName: olena.name,
      volunteerId: olena.volunteerId,
      offersOpen: 0,
      acceptedAt: world.clock.in(0),
    });
    expect((await logOf(anna, id)).dispatches).toMatchObject([
      { state: 'ACCEPTED', endedAt: world.clock.in(0), offers: [{ state: 'ACCEPTED' }] },
    ]);
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'request', scope: 'wlochy' });
    expect((await eventsOf(world, olena.volunteerId)).at(-1)).toMatchObject({ topic: 'volunteer', scope: 'wlochy' });
    expect((await auditOf(world, id)).at(-1)).toMatchObject({ action: 'offer.answer', actor_id: olena.personId, outcome: 'DONE' });
  });

  it('lets the first of two who say yes at once win; the other is told, and not who', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const helpers = [await aHelper(world), await aHelper(world), await aHelper(world)];
    const { id } = await aRequest(world, anna);
    dataOf(await wavesFor(anna, id));
    const offers = await Promise.all(helpers.map(async (helper) => (await myDay(helper)).offers[0]?.id ?? ''));

    const answers = await Promise.all(helpers.map((helper, at) => doMine(helper, 'acceptOffer', offers[at] ?? '')));

    const lost = answers.filter((answer) => answer.errors);
    expect(lost).toHaveLength(2);
    for (const answer of lost)
      expect(errorOf(answer)).toMatchObject({ code: 'CONFLICT', conflict: { by: null, at: world.clock.in(0), state: 'ACCEPTED' } });
    expect((await logOf(anna, id)).dispatches[0]?.offers.map(({ state }) => state).toSorted()).toEqual([
      'ACCEPTED',
      'RELEASED',
      'RELEASED',
    ]);
  });

  it('takes a second yes of the same volunteer as the first', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const olena = await aHelper(world);
    const { id } = await aRequest(world, anna);
    dataOf(await offerTo(anna, id, olena.volunteerId));
    const [offer] = (await myDay(olena)).offers;

    const answers = await Promise.all([1, 2].map(() => mine(olena, 'acceptOffer', offer?.id ?? '')));

    expect(answers.map(({ tasks }) => tasks.length)).toEqual([1, 1]);
    expect((await auditOf(world, id)).filter(({ action }) => action === 'offer.answer')).toHaveLength(1);
  });

  it('refuses a yes that comes too late', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const olena = await aHelper(world);
    const { id } = await aRequest(world, anna);
    dataOf(await offerTo(anna, id, olena.volunteerId));
    const [offer] = (await myDay(olena)).offers;
    world.clock.advance(30 * 60);

    expect(errorOf(await doMine(olena, 'acceptOffer', offer?.id ?? ''))).toMatchObject({
      code: 'CONFLICT',
      conflict: { by: null, state: 'EXPIRED' },
    });
  });

  it('finds a time beside another task, and refuses where there is none', async () => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const olena = await aHelper(world);
    const window = { from: world.clock.in(3600), to: world.clock.in(3 * 3600) };
    const offers: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { id } = await aRequest(world, anna);
      dataOf(await offerTo(anna, id, olena.volunteerId, window));
      offers.push((await myDay(olena)).offers.find((offer) => !offers.includes(offer.id))?.id ?? '');
    }

    const answers = await Promise.all(offers.map((id) => doMine(olena, 'acceptOffer', id)));

    const refused = answers.filter((answer) => answer.errors);
    expect(refused).toHaveLength(1);
    expect(errorOf(refused[0] ?? { status: 0, data: null })).toMatchObject({
      code: 'CONFLICT',
      conflict: { by: null, at: world.clock.in(3600), state: 'CLASH' },
    });
    expect((await myDay(olena)).tasks.map(({ fromAt }) => fromAt)).toEqual([world.clock.in(3600), world.clock.in(2 * 3600)]);
  });

  behavesAsStep(world, 'acceptOffer');
});
