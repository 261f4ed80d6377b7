import { createDice } from '@ww/server/demo/random';
import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { resident, signIn, type Actor } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { done, give } from '../support/commands.ts';
import { aHelper, doMine, LIVE_DAY, mine, myDay, wavesFor, type Day, type DayFrame, type Helper } from '../support/dispatch.ts';
import { LiveClient, type Subscription } from '../support/live-client.ts';
import { caughtUp } from '../support/live-queue.ts';
import { aRequest } from '../support/requests.ts';
import { asked, leastOf, offerOf, taskIn } from '../support/tasks.ts';
import { tell } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('a day that is followed', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');

  async function follow(by: Actor, after: string | null): Promise<Subscription<DayFrame> & { client: LiveClient }> {
    const client = await LiveClient.open(world, by);
    onTestFinished(() => client.close());
    return Object.assign(client.subscribe<DayFrame>(LIVE_DAY, { after }), { client });
  }
  const last = ({ frames }: Subscription<DayFrame>) => frames.at(-1)?.data?.myDayChanges;
  /** As it is shown: the cursor is of the reading. */
  const shown = (day: Day | null | undefined) => day && { ...day, cursor: '' };
  async function expectFresh(by: Helper, live: Subscription<DayFrame>) {
    await caughtUp(world);
    const fresh = shown(await myDay(by));
    await vi.waitFor(() => expect(shown(last(live)?.day)).toEqual(fresh), 5_000);
  }

  it('shows an offer when it comes, and its end when another says yes', async () => {
    const anna = await coordinator();
    const [olena, petro] = [await aHelper(world), await aHelper(world)];
    const live = await follow(olena, (await myDay(olena)).cursor);
    const request = await aRequest(world, anna);

    const { dispatch } = dataOf(await wavesFor(anna, request.id));
    await vi.waitFor(
      () => expect(last(live)).toMatchObject({ kind: 'UPSERT', day: { offers: [{ state: 'OPEN', othersAsked: 1 }] } }),
      5_000,
    );
    await mine(petro, 'acceptOffer', offerOf(dispatch, petro));

    await vi.waitFor(() => expect(last(live)?.day?.offers).toMatchObject([{ id: offerOf(dispatch, olena), state: 'RELEASED' }]), 5_000);
    expect(last(live)?.day?.tasks).toEqual([]);
  });

  it('shows what staff do to a task, and each own step from another device', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { request, taskId } = await taskIn(world, anna, olena);
    await caughtUp(world);
    const live = await follow(olena, (await myDay(olena)).cursor);

    await mine(olena, 'startTask', taskId);
    await vi.waitFor(() => expect(last(live)?.day?.tasks).toMatchObject([{ id: taskId, state: 'ON_THE_WAY' }]), 5_000);
    await done(world, anna, 'release', request);
    await vi.waitFor(() => expect(last(live)?.day?.tasks).toMatchObject([{ id: taskId, state: 'TAKEN_BACK' }]), 5_000);
  });

  it('replays what was missed: after a drop, the day is what a fresh query says', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const { cursor } = await myDay(olena);
    await taskIn(world, anna, olena, 'ON_THE_WAY');
    await asked(world, anna, olena);

    await expectFresh(olena, await follow(olena, cursor));
  });

  it.each([1, 2])('equals a fresh query after whatever was done (run %i)', { timeout: 60_000 }, async (seed) => {
    const dice = createDice(seed);
    const anna = await coordinator();
    const helpers = [await aHelper(world, { max_open: 20 }), await aHelper(world, { max_open: 20 })];
    const [olena, petro] = helpers;
    if (!olena || !petro) throw new Error('two were made');
    const [hers, his] = [await follow(olena, (await myDay(olena)).cursor), await follow(petro, (await myDay(petro)).cursor)];
    const requests: { id: string }[] = [];
    for (let step = 0; step < 40; step++) {
      world.clock.advance(dice.int(1, 20));
      const who = dice.pick(helpers);
      const { offers, tasks } = await myDay(who);
      const open = offers.filter(({ state }) => state === 'OPEN');
      const active = tasks.filter(({ endedAt }) => endedAt === null);
      const act = dice.int(0, 5);
      if (act <= 1) {
        const request = await aRequest(world, anna);
        requests.push(request);
        await wavesFor(anna, request.id, { size: 2 });
      } else if (act === 2 && open.length > 0) await doMine(who, dice.chance(0.7) ? 'acceptOffer' : 'declineOffer', dice.pick(open).id);
      else if (act === 3 && active.length > 0) {
        const command = dice.pick(['startTask', 'finishTask', 'returnTask'] as const);
        await doMine(who, command, dice.pick(active).id, leastOf(command));
      } else if (act === 4 && tasks.length > 0) {
        const { id, version } = dice.pick(tasks);
        await doMine(who, 'undoTask', id, { version });
      } else if (requests.length > 0)
        await give(world, anna, dice.pick(['claim', 'release', 'cancel', 'finish'] as const), dice.pick(requests));
    }

    await expectFresh(olena, hers);
    await expectFresh(petro, his);
    // Both days moved. How many frames that took says nothing: changes that come together are shown as one.
    for (const { frames } of [hers, his]) expect(frames.length).toBeGreaterThan(1);
  });

  it('tells a cursor of another log to load again, and goes on', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const live = await follow(olena, `${newId()}.0`);
    const [reset] = await live.take(1);
    expect(reset?.myDayChanges).toMatchObject({ kind: 'RESET', day: null });

    await asked(world, anna, olena);
    await expectFresh(olena, live);
  });

  it('is told nothing of what happens to others', async () => {
    const anna = await coordinator();
    const [olena, petro] = [await aHelper(world), await aHelper(world)];
    await caughtUp(world);
    const [hers, his] = [await follow(olena, (await myDay(olena)).cursor), await follow(petro, (await myDay(petro)).cursor)];
    await taskIn(world, anna, petro);
    await expectFresh(petro, his);

    expect(hers.frames).toEqual([]);
  });

  it('ends when the volunteer helps no more: the socket is closed, and there is no coming back', async () => {
    const anna = await coordinator();
    const olena = await aHelper(world);
    const live = await follow(olena, null);

    dataOf(await tell(anna, 'endVolunteer', { id: olena.volunteerId }));

    expect((await live.client.closed).code).toBe(4401);
    const again = await follow(olena, null);
    await vi.waitFor(() => expect(again.frames[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND'), 5_000);
  });

  it('is for volunteers alone', async () => {
    for (const [by, code] of [
      [await coordinator(), 'NOT_FOUND'],
      // with the role, and known to nobody as a volunteer
      [await signIn(world, 'VOLUNTEER'), 'NOT_FOUND'],
      [resident(world), 'UNAUTHENTICATED'],
    ] as const) {
      const live = await follow(by, null);
      await vi.waitFor(() => expect(live.frames[0]?.errors?.[0]?.extensions.code).toBe(code), 5_000);
    }
  });
});
