import { describe, expect, it, vi } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { CANDIDATES } from '../support/candidates.ts';
import { dataOf } from '../support/client.ts';
import { aHelper, mine, MY_DAY, offerTo, type Helper } from '../support/dispatch.ts';
import { caughtUp } from '../support/live-queue.ts';
import { aHost, askedPool, type Host } from '../support/pool.ts';
import { aRequest } from '../support/requests.ts';
import { statementsOf } from '../support/statements.ts';
import { taskIn } from '../support/tasks.ts';
import { useWorld } from '../support/world.ts';

const OURS = /\b(help_request|request_private|volunteer\w*|organisation|offer|dispatch|task|standing)\b/;
const LOG = `query ($id: ID!) { dispatchLog(requestId: $id) { tasks { displayName organisationName }
  dispatches { startedByName offers { displayName organisationName overrides { gate } } } } }`;

describe('SQL statements of looking for somebody to help, and of a volunteer’s pages', () => {
  const world = useWorld();
  /** Letters and timers that follow from what was done read our tables too. */
  async function quiet(): Promise<void> {
    await caughtUp(world);
    const nothing = (sql: string) => vi.waitFor(async () => expect(await world.orm.em.fork().execute(sql)).toEqual([]), 10_000);
    await nothing('select 1 from log_follower where position < (select max(position) from event)');
    await world.orm.em.fork().execute(`delete from jobs.job where state <> 'active'`);
    await nothing(`select 1 from jobs.job where state = 'active'`);
  }

  interface Desk {
    anna: Actor;
    olena: Helper;
    host: Host;
    id: string;
  }
  /** More people, questions, tasks and hours each time. */
  async function grow({ anna, olena, host, id }: Desk, by: number): Promise<void> {
    for (let each = 0; each < by; each++) {
      await aHelper(world);
      await taskIn(world, anna, olena, 'DONE');
      await taskIn(world, anna, await aHelper(world, { organisation_id: host.id }));
      await askedPool(world, anna, host);
      const { dispatch } = dataOf(await offerTo(anna, id, olena.volunteerId));
      await mine(olena, 'declineOffer', dispatch.offers[0]?.id ?? '');
      dataOf(await offerTo(anna, (await aRequest(world, anna)).id, olena.volunteerId));
    }
  }

  it.each([
    ['candidates', 6, 'anna', CANDIDATES],
    ['dispatchLog', 5, 'anna', LOG],
    ['myDay', 5, 'olena', MY_DAY],
    ['myHours', 3, 'olena', '{ myHours { taskId minutes } }'],
    ['poolOffers', 2, 'host', 'query ($organisation: ID!) { poolOffers(organisation: $organisation) { kind } }'],
  ] as const)('%s: %i, however many rows there are', { timeout: 60_000 }, async (_name, expected, who, query) => {
    const anna = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const host = await aHost(world, anna, { pool: { headcount: 50 } });
    const desk = { anna, host, olena: await aHelper(world, { max_open: 20 }), id: (await aRequest(world, anna)).id };
    const by = who === 'host' ? host.coordinator : desk[who];
    const variables = { id: desk.id, organisation: host.id };
    await grow(desk, 1);
    await quiet();
    const few = await statementsOf(world, OURS, by, query, variables);
    await grow(desk, 7);
    await quiet();
    expect([few, await statementsOf(world, OURS, by, query, variables)]).toEqual([expected, expected]);
  });
});
