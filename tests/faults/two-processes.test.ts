import { inject, afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOf } from '../support/client.ts';
import { LiveClient } from '../support/live-client.ts';
import { createDatabase } from '../support/postgres-database.ts';
import { intakeNow, signInAt, type Created, type RemoteActor } from '../support/remote.ts';
import { CREATE } from '../support/requests.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';

const LIVE = `subscription ($district: ID!, $after: String) { queueChanges(district: $district, after: $after) { kind cursor id row { state version } } }`;
interface Told {
  queueChanges: { kind: string; id: string; cursor: string };
}

describe('two processes on one PostgreSQL', () => {
  let servers: ServerProcess[] = [];
  let anna: RemoteActor;

  // at once, on an empty database: one migrates and seeds, the other waits
  beforeAll(async () => {
    const env = { DATABASE_URL: await createDatabase(inject('postgresUrl')), DEMO: '1' };
    servers = await Promise.all([startServer({ env }), startServer({ env })]);
    anna = await signInAt(servers[0]?.url ?? '');
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
  });
  const urls = () => servers.map(({ url }) => url) as [string, string];

  it('a change through one reaches a subscriber of the other within a second', async () => {
    const [one, other] = urls();
    const client = await LiveClient.open({ url: other }, anna);
    const list = client.subscribe<Told>(LIVE, { district: 'wlochy' });
    const waits: number[] = [];
    for (let index = 0; index < 5; index++) {
      const input = intakeNow();
      const answered = anna.send<Created>(CREATE, { input }, one).then(dataOf);
      const seen = list.take(index + 1).then((frames) => ({ told: frames[index]?.queueChanges, at: performance.now() }));
      await answered;
      const from = performance.now();
      const { told, at } = await seen;
      expect(told).toMatchObject({ kind: 'UPSERT', id: input.id });
      waits.push(at - from);
    }
    client.close();

    for (const wait of waits) expect(wait).toBeLessThan(1_000);
  });

  it('32 writers through both, a subscriber of each and one that keeps dropping: nothing missed, nothing twice', async () => {
    const both = urls();
    const { queue } = dataOf(await anna.send<{ queue: { cursor: string } }>('{ queue(district: "wlochy") { cursor } }'));
    const clients = await Promise.all(both.map((url) => LiveClient.open({ url }, anna)));
    const lists = clients.map((client) => client.subscribe<Told>(LIVE, { district: 'wlochy', after: queue.cursor }));
    const dropped: string[] = [];
    let cursor = queue.cursor;
    const state = { writing: true };
    const dropping = (async () => {
      for (let turn = 0; state.writing; turn++) {
        const client = await LiveClient.open({ url: both[turn % 2] ?? '' }, anna);
        const list = client.subscribe<Told>(LIVE, { district: 'wlochy', after: cursor });
        await new Promise((resolve) => setTimeout(resolve, 60));
        client.socket.terminate();
        for (const { data } of list.frames) {
          if (data?.queueChanges.kind === 'UPSERT') dropped.push(data.queueChanges.id);
          cursor = data?.queueChanges.cursor ?? cursor;
        }
      }
    })();

    const written = await Promise.all(
      Array.from({ length: 32 }, async (_, writer) => {
        const ids: string[] = [];
        for (let round = 0; round < 4; round++) {
          const input = intakeNow();
          dataOf(await anna.send<Created>(CREATE, { input }, both[(writer + round) % 2]));
          ids.push(input.id);
        }
        return ids;
      }),
    ).then((each) => each.flat().sort());
    state.writing = false;
    await dropping;
    const rest = (await LiveClient.open({ url: both[0] }, anna)).subscribe<Told>(LIVE, { district: 'wlochy', after: cursor });
    const told = await Promise.all(lists.map((list) => list.take(written.length)));
    await rest.take(written.length - dropped.length);

    for (const frames of told) expect(frames.map(({ queueChanges }) => queueChanges.id).sort()).toEqual(written);
    expect([...dropped, ...rest.frames.map(({ data }) => data?.queueChanges.id)].sort()).toEqual(written);
    for (const client of clients) client.close();
  });
});
