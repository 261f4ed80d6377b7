import { appendEvent } from '@ww/server/platform/outbox';
import type { Actor } from './actors.ts';
import { dataOf } from './client.ts';
import type { Row } from './requests.ts';
import type { World } from './world.ts';

export const LIVE_QUEUE = `subscription ($district: ID!, $after: String) {
  queueChanges(district: $district, after: $after) { kind cursor id row { id number state priority assigneeName version } } }`;

export interface QueueFrame {
  queueChanges: { kind: 'UPSERT' | 'REMOVE' | 'RESET'; cursor: string; id: string | null; row: LiveRow | null };
}
export type LiveRow = Pick<Row, 'id' | 'number' | 'state' | 'priority' | 'assigneeName' | 'version'>;

const QUEUE = `query ($district: ID!) { queue(district: $district) { cursor rows { id number state priority assigneeName version } } }`;

/** The queue as a page loads it, with the cursor to follow it from. */
export async function loadQueue(by: Actor, district = 'wlochy'): Promise<{ cursor: string; rows: LiveRow[] }> {
  return dataOf(await by.send<{ queue: { cursor: string; rows: LiveRow[] } }>(QUEUE, { district })).queue;
}

/** Resolves when this server has handed on everything that is committed. */
export const caughtUp = (world: Pick<World, 'app'>) => world.app.services.feed.wake();

/** Events of requests, committed together in this order, as if something had touched them. */
export async function touch(world: World, ids: string[], scope = 'wlochy'): Promise<void> {
  await world.orm.em.fork().transactional(async (em) => {
    for (const subjectId of ids) {
      appendEvent(em, { topic: 'request', subjectId, scope, version: 1 }, world.clock.now());
      await em.flush();
    }
  });
  world.app.services.feed.announce();
}

export const positionOf = (cursor: string) => Number(cursor.split('.')[1]);
