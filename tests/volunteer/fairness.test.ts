import { createDice } from '@ww/server/demo/random';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { done } from '../support/commands.ts';
import { aHelper, logOf, mine, wavesFor, type Helper } from '../support/dispatch.ts';
import { aRequest } from '../support/requests.ts';
import { taskOf } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

const REQUESTS = 60;

describe('who is asked', () => {
  const world = useWorld();

  it('is shared fairly: of ten who are equal, nobody is asked twice more than another over 60 requests', { timeout: 90_000 }, async () => {
    const dice = createDice(60);
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const helpers = new Map<string, Helper>();
    while (helpers.size < 10) {
      const helper = await aHelper(world, { agreement_on: '2026-11-20' });
      helpers.set(helper.volunteerId, helper);
    }
    const times = new Map([...helpers.keys()].map((id) => [id, 0]));

    for (let each = 0; each < REQUESTS; each++) {
      world.clock.advance(dice.int(1, 40) * 600);
      // people of their own: nobody has helped them before
      const person = { name: 'Halina Wilga', phone: `22 000 ${String(each + 10)} 34` };
      const request = await aRequest(world, anna, { person });
      const { dispatch } = dataOf(await wavesFor(anna, request.id, { size: dice.int(1, 5) }));
      for (const { id, volunteerId } of dispatch.offers) {
        const helper = helpers.get(volunteerId ?? '');
        if (!helper || dice.chance(0.6)) continue;
        world.clock.advance(dice.int(1, 60));
        if (dice.chance(0.5)) await mine(helper, 'declineOffer', id);
        else {
          const task = taskOf(await mine(helper, 'acceptOffer', id), request);
          await mine(helper, 'finishTask', task.id);
          break;
        }
      }
      const log = await logOf(anna, request.id);
      if (log.dispatches[0]?.state === 'RUNNING') await done(world, anna, 'cancel', request);
      for (const { volunteerId } of log.dispatches[0]?.offers ?? []) times.set(volunteerId ?? '', (times.get(volunteerId ?? '') ?? 0) + 1);
      expect(Math.max(...times.values()) - Math.min(...times.values())).toBeLessThanOrEqual(1);
    }
    expect(Math.min(...times.values())).toBeGreaterThan(10);
  });
});
