import { useWorld } from '../support/world.ts';
import { advanceDispatch } from '@ww/server/volunteer/commands/advance-dispatch';
import { createDice, type Dice } from '@ww/server/demo/random';
import { timerContext } from '@ww/server/platform/timer-context';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { dataOf, type Answer } from '../support/client.ts';
import { give } from '../support/commands.ts';
import { aHelper, doMine, logOf, myDay, offerTo, RECORD_ANSWER, STOP_DISPATCH, wavesFor, type Helper } from '../support/dispatch.ts';
import { aRequest, type Row } from '../support/requests.ts';
import { heldOf, leastOf } from '../support/tasks.ts';

const ROUNDS = 30;
const AT_ONCE = 6;
const EXPECTED = new Set(['CONFLICT', 'STALE', 'INVALID', 'GATE_FAILED', 'NOT_FOUND']);

describe('whatever is done at once', () => {
  const world = useWorld();

  /** Something that somebody may do now, by what is true now. */
  async function act(
    dice: Dice,
    anna: Actor,
    helpers: readonly Helper[],
    requests: readonly Row[],
  ): Promise<() => Promise<Answer<unknown> | null>> {
    const request = dice.pick(requests);
    const who = dice.pick(helpers);
    const [{ offers, tasks }, { dispatches }] = [await myDay(who), await logOf(anna, request.id)];
    const [search] = dispatches;
    const offer = offers.find(({ state }) => state === 'OPEN');
    const task = tasks.find(({ endedAt }) => endedAt === null) ?? tasks[0];
    const open = search?.offers.find(({ state }) => state === 'OPEN');
    const ways: ((() => Promise<Answer<unknown> | null>) | null)[] = [
      () => wavesFor(anna, request.id, { size: dice.int(1, 3) }),
      () => offerTo(anna, request.id, who.volunteerId),
      () => give(world, anna, dice.pick(['claim', 'release', 'assign', 'finish'] as const), request),
      search ? () => anna.send(STOP_DISPATCH, { input: { key: newId(), id: search.id } }) : null,
      open ? () => anna.send(RECORD_ANSWER, { input: { key: newId(), id: open.id, accepted: dice.chance(0.5) } }) : null,
      offer ? () => doMine(who, 'acceptOffer', offer.id) : null,
      offer ? () => doMine(who, 'acceptOffer', offer.id) : null,
      offer ? () => doMine(who, 'declineOffer', offer.id) : null,
      task ? () => doMine(who, 'undoTask', task.id, { version: task.version }) : null,
      task ? () => doMine(who, 'startTask', task.id) : null,
      task ? () => doMine(who, 'returnTask', task.id, leastOf('returnTask')) : null,
      search ? () => advanceDispatch(timerContext(world.app.services), { key: newId(), id: search.id }).then(() => null) : null,
    ];
    return dice.pick(ways.filter((way) => way !== null));
  }

  /** What must be true of each request, whatever was done to it. */
  async function expectSound(anna: Actor, { id }: Row): Promise<void> {
    const { state, assigneeId, volunteerId, offersOpen } = await heldOf(anna, id);
    const { dispatches, tasks } = await logOf(anna, id);
    const running = dispatches.filter((search) => search.state === 'RUNNING');
    const open = dispatches.flatMap(({ offers }) => offers).filter((offer) => offer.state === 'OPEN');
    const active = tasks.filter((task) => task.state === 'ACCEPTED' || task.state === 'ON_THE_WAY');
    const isHeld = state === 'ACCEPTED' || state === 'IN_PROGRESS';
    expect({ state, running: running.length, asks: open.length > 0, open: offersOpen }).toEqual({
      ...{ state, open: open.length },
      ...(state === 'OFFERED' ? { running: 1, asks: true } : { running: 0, asks: false }),
    });
    expect(active.map((task) => task.volunteerId)).toEqual(isHeld && volunteerId ? [volunteerId] : []);
    if (active[0]) expect(active[0].state).toBe(state === 'IN_PROGRESS' ? 'ON_THE_WAY' : 'ACCEPTED');
    if (isHeld) expect([assigneeId, volunteerId].filter(Boolean)).toHaveLength(1);
  }

  it.each([5, 6])(
    'requests, searches and tasks agree, and nothing is answered but what is on the list (run %i)',
    { timeout: 120_000 },
    async (seed) => {
      const dice = createDice(seed);
      const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
      const helpers: Helper[] = [];
      const requests: Row[] = [];
      while (helpers.length < 4) helpers.push(await aHelper(world, { max_open: 20 }));
      while (requests.length < 4) requests.push(await aRequest(world, anna));
      let done = 0;
      for (let round = 0; round < ROUNDS; round++) {
        world.clock.advance(dice.chance(0.2) ? 16 * 60 : dice.int(1, 20));
        const acts = [];
        while (acts.length < AT_ONCE) acts.push(await act(dice, anna, helpers, requests));
        const answers = await Promise.all(acts.map((each) => each()));
        for (const answer of answers) {
          const [error] = answer?.errors ?? [];
          if (error) expect(EXPECTED).toContain(error.extensions.code);
          else done++;
        }
        for (const request of requests) await expectSound(anna, request);
        // a request that is over makes room for a new one
        for (const [at, request] of requests.entries())
          if ((await heldOf(anna, request.id)).state === 'DONE') requests[at] = await aRequest(world, anna);
      }
      expect(done).toBeGreaterThan(ROUNDS);
      expect(world.logs.filter((line) => line.includes('unexpected error'))).toEqual([]);
      expect(dataOf(await anna.send<{ queue: { total: number } }>('{ queue(district: "wlochy") { total } }')).queue.total).toBe(4);
    },
  );
});
