import type { AppOptions } from '@ww/server/app';
import { TestClock } from 'pg-boss';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { FrozenClock, NOON } from './clock.ts';
import { emptyDatabase, openDatabase } from './db.ts';
import { openSecondApp, type SecondApp } from './second-app.ts';
import type { World } from './world.ts';

/** Milliseconds of the job queue's clock between two looks for work. */
const POLL = 2_000;
const DAY = 86_400_000;
const LOOKS = 5;
const breathe = () => new Promise((resolve) => setTimeout(resolve, 15));

/** A server with a database of its own, whose job queue goes by a clock that stands beside the server's; each test has its own day. */
export interface TimedWorld {
  world: World;
  /** Moves both clocks on; the job queue looks for work on the last stretch, and never beyond. */
  pass: (seconds: number) => Promise<void>;
  /** Moves the job queue's clock alone on, to so far from the server's; it never goes back. */
  queueAt: (secondsFromNow: number) => Promise<void>;
  /** Looks for work until it is so; the queue's clock goes a few seconds beyond the server's. */
  until: <T>(read: () => Promise<T>, is: (value: T) => boolean) => Promise<T>;
  /** Everything that follows from what is committed has been done, as far as its time has come for the queue. */
  settled: () => Promise<void>;
  /** The timer of a search has been set. */
  timerSet: (dispatchId: string) => Promise<void>;
}

/** `options` of the server beside the clocks, made when it starts. */
export function useTimedWorld(options: () => Promise<Partial<AppOptions>> = () => Promise.resolve({})): TimedWorld {
  const world = {} as World;
  let queue: TestClock;
  let server: SecondApp;
  let noon = Date.parse(NOON);
  beforeAll(async () => {
    const { orm, url } = await openDatabase();
    queue = new TestClock(NOON);
    Object.assign(world, { orm, databaseUrl: url, clock: new FrozenClock(), letters: [], logs: [] });
    server = await openSecondApp(world, { jobClock: queue, ...(await options()) });
    Object.assign(world, { url: server.url, app: server.app });
  });
  afterEach(async () => {
    await emptyDatabase(world.orm);
    await world.orm.em.fork().execute('delete from jobs.job');
    // its timers wait for what was, so the queue's clock can't go back
    noon += DAY;
    world.clock.set(new Date(noon).toISOString());
    await queue.setTime(noon);
    world.letters.length = 0;
  });
  afterAll(async () => {
    await server.close();
    await world.orm.close(true);
  });

  async function look(): Promise<void> {
    await queue.tick(POLL);
    await breathe();
  }
  async function queueAt(secondsFromNow: number): Promise<void> {
    const target = world.clock.now().getTime() + secondsFromNow * 1000;
    if (queue.now() < target - LOOKS * POLL) await queue.setTime(target - LOOKS * POLL);
    while (queue.now() + POLL <= target) await look();
  }
  async function until<T>(read: () => Promise<T>, is: (value: T) => boolean): Promise<T> {
    for (let tried = 0; tried < 150; tried++) {
      const value = await read();
      if (is(value)) return value;
      await look();
    }
    throw new Error(`it did not happen: ${JSON.stringify(await read())}`);
  }
  return {
    world,
    queueAt,
    until,
    async pass(seconds) {
      world.clock.advance(seconds);
      await queueAt(0);
    },
    async settled() {
      await until(
        () =>
          world.orm.em.fork().execute<object[]>(
            `select 1 from log_follower where position < (select max(position) from event) union all
             select 1 from jobs.job where state in ('created', 'active', 'retry') and start_after <= ?`,
            [new Date(queue.now())],
          ),
        (left) => left.length === 0,
      );
    },
    async timerSet(dispatchId) {
      await until(
        () =>
          world.orm.em
            .fork()
            .execute<object[]>('select 1 from jobs.job j join dispatch d on d.timer_id = j.id where d.id = ?', [dispatchId]),
        (rows) => rows.length > 0,
      );
    },
  };
}
