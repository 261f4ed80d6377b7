import { newId } from '@ww/shared/id';
import { describe, expect, it, vi } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { CANDIDATES } from '../support/candidates.ts';
import { done } from '../support/commands.ts';
import { aHelper, doMine, LIVE_DAY, mine, MY_DAY, wavesFor, type DayFrame, type Helper } from '../support/dispatch.ts';
import { LiveClient } from '../support/live-client.ts';
import { caughtUp } from '../support/live-queue.ts';
import { auditOf } from '../support/log.ts';
import { aHost, askedPool, fillOffer, poolOffers } from '../support/pool.ts';
import { aRequest, REVEAL } from '../support/requests.ts';
import { offerOf, revealTask, taskIn, taskOf } from '../support/tasks.ts';
import { useWorld, type World } from '../support/world.ts';

/** Words that occur nowhere but in what people say about themselves. */
const PEOPLE = {
  reporterKind: 'SOMEONE_ELSE',
  words: 'Kanarkowe mydło dla Halinki',
  person: { name: 'Halszka Kanarek', phone: '22 000 71 34' },
  reporter: { name: 'Zbyszko Gawron', phone: '22 000 71 35' },
  contact: { name: 'Dobrawa Pliszka', phone: '22 000 71 36' },
  address: { street: 'Słowikowa', house: '91B87', flat: '77C4', access: 'Kod bramy 5K443' },
};
const SECRET = /Kanar|Halink|Halszk|Zbyszko|Gawron|Dobrawa|Pliszk|2200071|000 71|Słowikow|91B87|77C4|bramy|5K443/i;
const withoutIds = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'uuid');

/** The volunteer, with every answer and frame that they got, as text. */
async function heard(world: World, helper: Helper) {
  const answers: string[] = [];
  const by: Helper = {
    ...helper,
    async send<T>(document: string, variables?: object) {
      const answer = await helper.send<T>(document, variables);
      answers.push(JSON.stringify(answer));
      return answer;
    },
  };
  const socket = await LiveClient.open(world, helper);
  const live = socket.subscribe<DayFrame>(LIVE_DAY);
  return { by, live, socket, all: () => withoutIds([...answers, JSON.stringify(live.frames)].join('\n')) };
}

async function written(world: World): Promise<string> {
  const parts = [...world.logs, JSON.stringify(world.letters)];
  for (const table of ['event', 'audit_entry', 'command_key', 'rate_bucket', 'jobs.job', 'dispatch', 'offer', 'task'])
    parts.push(JSON.stringify(await world.orm.em.fork().execute(`select t::text from ${table} t`)));
  return withoutIds(parts.join('\n'));
}

describe('what a volunteer may see', () => {
  const world = useWorld();
  const coordinator = () => signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
  const everything = async ({ by }: { by: Helper }) => {
    dataOf(await by.send(MY_DAY));
    dataOf(await by.send('{ myHours { taskId endedAt kind errand district minutes } }'));
  };

  /** Sent beside what is listened to: this one answer may hold the person. */
  const aside = <T>({ cookie }: Helper, [document, variables]: [string, object?]) =>
    fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query: document, variables }),
    }).then(async (response) => ({ status: response.status, ...((await response.json()) as { data: T }) }));

  it('is kind, district and time before and after, and the person only in between, by a look that is written down', async () => {
    const anna = await coordinator();
    const [olena, petro] = [await heard(world, await aHelper(world)), await heard(world, await aHelper(world))];
    const request = await aRequest(world, anna, PEOPLE);
    const { dispatch } = dataOf(await wavesFor(anna, request.id));

    // before: both are asked
    for (const each of [olena, petro]) await everything(each);
    const { id: taskId } = taskOf(await mine(olena.by, 'acceptOffer', offerOf(dispatch, olena.by)), request);
    errorOf(await doMine(petro.by, 'acceptOffer', offerOf(dispatch, petro.by)));

    // during: hers by a look alone, and nothing for the other
    await everything(olena);
    const revealed = dataOf(await revealTask({ ...olena.by, send: (...given) => aside(olena.by, given) }, taskId)).task;
    expect(JSON.stringify(revealed)).toMatch(/Kanarkowe.*Kanarek.*Pliszka.*Słowikowa.*bramy/);
    expect(JSON.stringify(revealed)).not.toMatch(/Gawron/);
    expect(errorOf(await revealTask(petro.by, taskId)).code).toBe('NOT_FOUND');
    const { version } = taskOf(await mine(olena.by, 'startTask', taskId), request);
    await mine(olena.by, 'undoTask', taskId, { version });

    // after
    await mine(olena.by, 'finishTask', taskId);
    expect(errorOf(await revealTask(olena.by, taskId))).toMatchObject({ code: 'CONFLICT', conflict: { state: 'DONE' } });
    for (const each of [olena, petro]) await everything(each);
    await caughtUp(world);
    await vi.waitFor(() => expect(olena.live.frames.at(-1)?.data?.myDayChanges.day?.tasks).toMatchObject([{ state: 'DONE' }]), 5_000);
    for (const each of [olena, petro]) {
      expect(each.all().length).toBeGreaterThan(1_000);
      expect(each.all()).not.toMatch(SECRET);
      each.socket.close();
    }
    expect(await written(world)).not.toMatch(SECRET);
    const looks = (await auditOf(world, request.id)).filter(({ action }) => action === 'task.reveal');
    expect(looks.map(({ actor_id, outcome, reason }) => [actor_id, outcome, reason])).toEqual(
      expect.arrayContaining([
        [olena.by.personId, 'DONE', 'VISIT'],
        [petro.by.personId, 'REFUSED', null],
      ]),
    );
    expect(looks).toHaveLength(2);
  });

  it.each([
    ['returned', (by: Helper, taskId: string) => mine(by, 'returnTask', taskId, { reason: 'CANT_COME' })],
    ['undone', (by: Helper, taskId: string, version: number) => mine(by, 'undoTask', taskId, { version })],
  ] as const)('is gone when the task was %s', async (_how, end) => {
    const olena = await heard(world, await aHelper(world));
    const { taskId, version } = await taskIn(world, await coordinator(), olena.by, 'ACCEPTED', PEOPLE);
    await end(olena.by, taskId, version);

    expect(errorOf(await revealTask(olena.by, taskId)).code).toBe('CONFLICT');
    await everything(olena);
    expect(olena.all()).not.toMatch(SECRET);
    olena.socket.close();
  });

  it('is gone when staff took the task back or called it off', async () => {
    const anna = await coordinator();
    const olena = await heard(world, await aHelper(world));
    for (const command of ['release', 'cancel', 'finish'] as const) {
      const { request, taskId } = await taskIn(world, anna, olena.by, 'ACCEPTED', PEOPLE);
      await done(world, anna, command, request);
      expect(errorOf(await revealTask(olena.by, taskId)).code).toBe('CONFLICT');
    }
    await everything(olena);
    expect(olena.all()).not.toMatch(SECRET);
    olena.socket.close();
  });

  it('is nothing of what staff see, also of their own task: it is missing', async () => {
    const anna = await coordinator();
    const olena = await heard(world, await aHelper(world));
    const { request } = await taskIn(world, anna, olena.by, 'ON_THE_WAY', PEOPLE);
    const { id } = request;

    for (const [document, variables] of [
      ['query ($id: ID!) { request(id: $id) { row { number } } }', { id }],
      ['query ($number: Int!) { findRequest(district: "wlochy", number: $number) { id } }', { number: request.number }],
      ['{ queue(district: "wlochy") { total } }', {}],
      ['query ($id: ID!) { dispatchLog(requestId: $id) { tasks { id } } }', { id }],
      ['{ roster(district: "wlochy") { rows { id } } }', {}],
      [CANDIDATES, { id }],
      [REVEAL, { input: { key: newId(), id, reason: 'HANDLING' } }],
    ] as const)
      expect(errorOf(await olena.by.send(document, variables)).code).toBe('NOT_FOUND');
    expect(olena.all()).not.toMatch(SECRET);
    olena.socket.close();
  });

  it('is no more for an organisation that is asked for its pool, before it names somebody and after', async () => {
    const anna = await coordinator();
    const host = await aHost(world, anna);
    const olena = await aHelper(world, { organisation_id: host.id });
    const { request, offerId } = await askedPool(world, anna, host, PEOPLE);
    const seen = [await poolOffers(host.coordinator, host.id)];
    const filled = await fillOffer(host.coordinator, offerId, olena.volunteerId);
    expect(filled.errors).toBeUndefined();
    seen.push(await poolOffers(host.coordinator, host.id));

    expect(withoutIds(JSON.stringify([seen, filled]))).not.toMatch(SECRET);
    expect(errorOf(await host.coordinator.send(REVEAL, { input: { key: newId(), id: request.id, reason: 'HANDLING' } })).code).toBe(
      'NOT_FOUND',
    );
    expect(await written(world)).not.toMatch(SECRET);
  });
});
