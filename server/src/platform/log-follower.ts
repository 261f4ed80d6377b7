import type { Logger } from 'pino';
import type { ChangeFeed, FeedEvent } from './change-feed.ts';
import { outsideCommand } from './guard.ts';
import type { Orm } from './orm.ts';

/** How long it waits after a failure. */
const RETRY_MS = 2_000;

/**
 * Follows the log for what is to be done after a commit (mail, jobs). Its place is a row, so after a crash it
 * goes on where it was. `handle` may be called again for an event, here or in another process, and must be
 * idempotent (a job's id comes from the event).
 */
export function followLog(
  name: string,
  orm: Orm,
  feed: ChangeFeed,
  log: Logger,
  handle: (event: FeedEvent) => Promise<void>,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();

  async function step(): Promise<void> {
    const place = await currentPlace(orm, name, feed.position);
    const events = await feed.read(place, feed.position, 200);
    for (const event of events) await handle(event);
    const last = events.at(-1)?.position;
    if (last === undefined) return;
    await orm.em.fork().execute('update log_follower set position = greatest(position, ?) where name = ?', [last, name]);
    await step();
  }

  let again: NodeJS.Timeout | undefined;
  const run = (): void => {
    clearTimeout(again);
    running = running.then(step).catch((error: unknown) => {
      log.error({ err: error, follower: name }, 'follower of the log');
      // Nothing more may happen for hours that would wake it.
      again = setTimeout(run, RETRY_MS).unref();
    });
  };
  const stopFollowing = feed.onEvents(() => outsideCommand(run));
  run();
  return {
    async stop() {
      stopFollowing();
      await running;
      clearTimeout(again);
    },
  };
}

async function currentPlace(orm: Orm, name: string, start: number): Promise<number> {
  const em = orm.em.fork();
  await em.execute('insert into log_follower (name, position) values (?, ?) on conflict (name) do nothing', [name, start]);
  const [row] = await em.execute<{ position: string }[]>('select position from log_follower where name = ?', [name]);
  return Number(row?.position ?? start);
}
