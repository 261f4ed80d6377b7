import { createDice } from '@ww/server/demo/random';
import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { resident, signIn, type Actor } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { LiveClient, type Subscription } from '../../support/live-client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { anAction } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, running } from '../../support/meetings.ts';
import { actionsFor, LIVE_ACTIONS, MY_ACTIONS, type ActionsFrame } from '../../support/minutes.ts';
import { useWorld } from '../../support/world.ts';

const DAY_S = 86_400;

describe('what somebody is to do', () => {
  const world = useWorld();

  async function follow(by: Actor, after: string | null): Promise<Subscription<ActionsFrame>> {
    const client = await LiveClient.open(world, by);
    onTestFinished(() => client.close());
    return client.subscribe<ActionsFrame>(LIVE_ACTIONS, { after });
  }
  async function expectFresh(by: Actor, live: Subscription<ActionsFrame>) {
    await caughtUp(world);
    const { actions } = await actionsFor(by);
    await vi.waitFor(() => expect(live.frames.at(-1)?.data?.change.mine?.actions).toEqual(actions), 5_000);
  }

  it('is listed by the day it is due, what is done last and for a week', async () => {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world));
    const olga = members[0]?.actor ?? marta;
    const [late, soon, done] = [
      await anAction(marta, meeting, olga.personId, { due: '2026-12-20', text: 'Plakaty' }),
      await anAction(marta, meeting, olga.personId, { due: '2026-12-01', text: 'Kartony' }),
      await anAction(marta, meeting, olga.personId, { due: '2026-11-28', text: 'Klucze' }),
    ];
    await anAction(marta, meeting, marta.personId);
    await didMeeting(olga, 'finishAction', { id: done.id, done: true });
    const listed = async () => (await actionsFor(olga)).actions.map(({ id }) => id);
    expect(await listed()).toEqual([soon.id, late.id, done.id]);
    world.clock.advance(7 * DAY_S);
    expect(await listed()).toEqual([soon.id, late.id, done.id]);
    world.clock.advance(1);
    expect(await listed()).toEqual([soon.id, late.id]);
  });

  it('is told live to its owner alone, and is what a fresh look says, whatever was done', async () => {
    const dice = createDice(8);
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world));
    const [olga, jan] = members.map(({ actor }) => actor) as [Actor, Actor];
    await caughtUp(world);
    const [hers, his] = [await follow(olga, (await actionsFor(olga)).cursor), await follow(jan, (await actionsFor(jan)).cursor)];
    const given: string[] = [];
    for (let step = 0; step < 15; step++) {
      world.clock.advance(dice.int(1, 20));
      if (given.length < 2 || dice.chance(0.4)) given.push((await anAction(marta, meeting, olga.personId)).id);
      else await didMeeting(dice.pick([marta, olga]), 'finishAction', { id: dice.pick(given), done: dice.chance(0.6) });
    }
    await expectFresh(olga, hers);
    expect(his.frames).toEqual([]);
    await anAction(marta, meeting, jan.personId);
    await expectFresh(jan, his);
  });

  it('goes on from where it was, and says so where it can’t', async () => {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world));
    const olga = members[0]?.actor ?? marta;
    const { cursor } = await actionsFor(olga);
    await anAction(marta, meeting, olga.personId);
    await expectFresh(olga, await follow(olga, cursor));
    const foreign = await follow(olga, `${newId()}.0`);
    expect((await foreign.take(1))[0]?.change).toMatchObject({ kind: 'RESET', mine: null });
  });

  it('is nothing to whoever has no account, and empty to whoever has nothing to do', async () => {
    expect(errorOf(await resident(world).send(MY_ACTIONS)).code).toBe('UNAUTHENTICATED');
    const refused = await follow(resident(world), null);
    await vi.waitFor(() => expect(refused.frames[0]?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED'), 5_000);
    expect((await actionsFor(await signIn(world, 'TEAM_MEMBER', 'wlochy'))).actions).toEqual([]);
  });
});
