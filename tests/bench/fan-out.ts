import type { ChildProcess } from 'node:child_process';
import type pg from 'pg';
import { DISTRICT_SLUGS } from '@ww/shared/district';
import { ROW } from '../support/requests.ts';
import { median, signedIn, start, startRival, type openHouse } from './house.ts';
import type { FromLoad, LoadOrder, ToLoad } from './load.ts';

const SUBSCRIBERS = 1_000;
const ROUNDS = 3;
const ALONE = 12;
/** Of each district, enough to change each once in a round: changes of one request would be gathered. */
const REQUESTS = 100;

const follow = (fields: string) =>
  `subscription ($district: ID!) { queueChanges(district: $district) { kind cursor id row { ${fields} } } }`;
const WHOLE_ROW = follow(ROW.replaceAll(/\s+/g, ' '));
const FOR_A_WALL = follow('id number state priority assigneeName dueTo createdAt version');

interface Crowd {
  name: string;
  districts: readonly string[];
  subscribers: LoadOrder['subscribers'];
}

interface Result {
  perSecond: number[];
  aloneMs: number[];
}

async function oneAudience(pool: pg.Pool): Promise<Crowd> {
  const cookie = await signedIn(pool, 'TEAM_MEMBER', 'wlochy');
  const variables = { district: 'wlochy' };
  return {
    name: '1 audience',
    districts: ['wlochy'],
    subscribers: Array.from({ length: SUBSCRIBERS }, () => ({ cookie, query: WHOLE_ROW, variables })),
  };
}

/** 18 districts, in each the Team's list, the coordinator's list, and the Team's screen on the wall. */
async function manyAudiences(pool: pg.Pool): Promise<Crowd> {
  const groups: LoadOrder['subscribers'] = [];
  for (const district of DISTRICT_SLUGS) {
    const team = await signedIn(pool, 'TEAM_MEMBER', district);
    const coordinator = await signedIn(pool, 'DISTRICT_COORDINATOR', district);
    const variables = { district };
    groups.push(
      { cookie: team, query: WHOLE_ROW, variables },
      { cookie: coordinator, query: WHOLE_ROW, variables },
      { cookie: team, query: FOR_A_WALL, variables },
    );
  }
  const subscribers = Array.from({ length: SUBSCRIBERS }, (_, index) => groups[index % groups.length]).filter((each) => each !== undefined);
  return { name: `${groups.length} audiences`, districts: DISTRICT_SLUGS, subscribers };
}

/** Copies of one request in each district: enough that each changes once. */
async function moreRequests(pool: pg.Pool): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const district of DISTRICT_SLUGS) {
    const { rows } = await pool.query<{ id: string }>(
      `insert into help_request select r.* from (select * from help_request where state = 'NEW' limit 1) as h, generate_series(1, $2::int) as n,
         jsonb_populate_record(null::help_request, to_jsonb(h) || jsonb_build_object('id', gen_random_uuid(), 'district', $1::text, 'number', 100000 + n, 'code_hash', null)) as r returning id`,
      [district, REQUESTS],
    );
    ids.set(
      district,
      rows.map(({ id }) => id),
    );
  }
  return ids;
}

/** A change as a command leaves it: the row, its event, the wake-up. */
async function change(pool: pg.Pool, id: string): Promise<void> {
  await pool.query(
    `with changed as (update help_request set version = version + 1, changed_at = now() where id = $1 returning id, district, version)
     insert into event (id, topic, subject_id, scope, version, at) select gen_random_uuid(), 'request', id, district, version, now() from changed`,
    [id],
  );
  await pool.query('notify ww_log');
}

class Load {
  readonly #child: ChildProcess = start('load.ts');

  #send(message: ToLoad): void {
    this.#child.send(message);
  }

  #answer<K extends 'opened' | 'reached' | 'done'>(key: K): Promise<Extract<FromLoad, Record<K, unknown>>> {
    return new Promise((resolve, reject) => {
      const onMessage = (message: FromLoad) => {
        if ('wrong' in message) reject(new Error(message.wrong));
        if (!(key in message)) return;
        this.#child.off('message', onMessage);
        resolve(message as Extract<FromLoad, Record<K, unknown>>);
      };
      this.#child.on('message', onMessage);
    });
  }

  /** Connects everyone; then `poke` goes on until each of them has heard of it, because a subscription is not acknowledged. */
  async open(order: LoadOrder, poke: () => Promise<void>): Promise<void> {
    const opened = this.#answer('opened');
    const reached = this.#answer('reached');
    this.#send({ open: order });
    await opened;
    const isReached = reached.then(() => true);
    do await poke();
    while (!(await Promise.race([isReached, pause(1_000).then(() => false)])));
    await pause(500);
  }

  /** When so many frames have come since now, in milliseconds since the epoch. */
  expect(frames: number) {
    const done = this.#answer('done');
    this.#send({ expect: frames });
    return done;
  }

  close(): void {
    this.#send({ close: true });
  }

  end(): void {
    this.#child.kill();
  }
}

const now = () => performance.timeOrigin + performance.now();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One visit of the crowd to one server: how many frames a second in a flood, how long a change alone takes to the last. */
async function visit(
  load: Load,
  pool: pg.Pool,
  target: { port: number; origin: string },
  crowd: Crowd,
  ids: Map<string, string[]>,
  result: Result,
): Promise<void> {
  const follows = (district: string) =>
    crowd.subscribers.filter(({ variables }) => (variables as { district: string }).district === district).length;
  const poke = async () => {
    for (const district of crowd.districts) await change(pool, ids.get(district)?.[0] ?? '');
  };
  await load.open({ ...target, subscribers: crowd.subscribers }, poke);
  for (let index = 0; index < ALONE; index++) {
    const district = crowd.districts[index % crowd.districts.length] ?? '';
    const done = load.expect(follows(district));
    const from = now();
    await change(pool, ids.get(district)?.[index] ?? '');
    const at = await done;
    if (index >= ALONE / 4) result.aloneMs.push(at.done - from);
  }
  const changes = crowd.districts.flatMap((district) =>
    (ids.get(district) ?? []).slice(0, crowd.districts.length > 1 ? 40 : REQUESTS).map((id) => ({ district, id })),
  );
  changes.sort((a, b) => a.id.localeCompare(b.id));
  const total = changes.reduce((sum, { district }) => sum + follows(district), 0);
  const done = load.expect(total);
  const from = now();
  const writer = async () => {
    for (let next = changes.pop(); next; next = changes.pop()) await change(pool, next.id);
  };
  await Promise.all([writer(), writer(), writer(), writer()]);
  result.perSecond.push((total / ((await done).done - from)) * 1_000);
  load.close();
  await pause(300);
}

/** Fan-out of queue changes by the real server, by stock parts and by plain `ws`, taking turns. */
export async function benchFanOut(
  { pool, server, databaseUrl }: Awaited<ReturnType<typeof openHouse>>,
  say: (line: string) => void,
): Promise<void> {
  const ids = await moreRequests(pool);
  const [stock, plain] = [await startRival('stock', databaseUrl), await startRival('plain', databaseUrl)];
  const load = new Load();
  const targets = {
    real: { port: server.port, origin: server.url },
    stock: { port: stock.port, origin: server.url },
    plain: { port: plain.port, origin: server.url },
  };
  for (const crowd of [await oneAudience(pool), await manyAudiences(pool)]) {
    const results = new Map<keyof typeof targets, Result>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, target] of Object.entries(targets) as [keyof typeof targets, { port: number; origin: string }][]) {
        const result = results.get(name) ?? { perSecond: [], aloneMs: [] };
        results.set(name, result);
        await visit(load, pool, target, crowd, ids, result);
        say(`  ${crowd.name}, round ${round + 1}: ${name} ${Math.round(result.perSecond.at(-1) ?? 0)} frames/s`);
      }
    }
    say(`\n${crowd.name}, ${SUBSCRIBERS} subscribers, ${ROUNDS} rounds`);
    for (const [name, { perSecond, aloneMs }] of results) {
      say(
        `  ${name.padEnd(6)} ${Math.round(median(perSecond)).toString().padStart(7)} frames/s   a change alone reaches the last of them in ${median(aloneMs).toFixed(1)} ms`,
      );
    }
    const of = (name: keyof typeof targets) => median(results.get(name)?.perSecond ?? []);
    say(
      `fan-out: ${(of('real') / of('stock')).toFixed(1)}× stock, ${(of('real') / of('plain')).toFixed(2)}× plain ws${crowd.districts.length > 1 ? ` (${crowd.name})` : ''}`,
    );
  }
  load.end();
  stock.child.kill();
  plain.child.kill();
}
