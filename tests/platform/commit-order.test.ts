import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { MODEL } from '@ww/server/model';
import type { ChangeFeed, FeedEvent } from '@ww/server/platform/change-feed';
import { createOrm, type Em, type Orm } from '@ww/server/platform/orm';
import { appendEvent } from '@ww/server/platform/outbox';
import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSecondApp } from '../support/second-app.ts';
import { useWorld, type World } from '../support/world.ts';

const WRITERS = 32;
const EACH = 15;

/** 32 connections; on PGlite there is but one, and the writers take turns. */
async function manyConnections(world: World): Promise<Orm> {
  if (!world.databaseUrl) return world.orm;
  const orm = await createOrm({ url: world.databaseUrl, poolSize: WRITERS }, MODEL);
  onTestFinished(() => orm.close(true));
  return orm;
}

/** Transactions of random length, from 32 writers at once. */
async function writeMany(orm: Orm, write: (em: Em) => Promise<void>): Promise<void> {
  const writer = async () => {
    for (let round = 0; round < EACH; round++) {
      await orm.em.fork().transactional(async (em) => {
        await write(em);
        if (process.env.WW_TEST_DATABASE === 'postgres') await em.execute('select pg_sleep(?)', [randomInt(0, 12) / 1_000]);
      });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

/** Reads page by page behind a cursor, as a client does that comes back again and again; ends when it has read so many. */
async function readBehind(feed: ChangeFeed, from: number, total: number): Promise<FeedEvent[]> {
  const seen: FeedEvent[] = [];
  const deadline = Date.now() + 10_000;
  for (let at = from; seen.length < total && Date.now() < deadline; at = seen.at(-1)?.position ?? from) {
    seen.push(...(await feed.read(at, null, randomInt(1, 40))));
    await pause(1);
  }
  return seen;
}

const listen = (feed: ChangeFeed) => {
  const heard: FeedEvent[] = [];
  onTestFinished(feed.onEvents((events) => heard.push(...events)));
  return heard;
};
const ids = (events: FeedEvent[]) => events.map(({ subjectId }) => subjectId).sort();
const positions = (events: FeedEvent[]) => events.map(({ position }) => position);

describe('the log, written by 32 at once', () => {
  const world = useWorld();

  it('is read in commit order, nothing missed and nothing twice, by a cursor and by the feeds of two servers', async () => {
    const second = await openSecondApp(world);
    onTestFinished(() => second.close());
    const orm = await manyConnections(world);
    const feeds = [world.app.services.feed, second.app.services.feed];
    await Promise.all(feeds.map((feed) => feed.wake()));
    const heard = feeds.map(listen);
    const written: string[] = [];
    const { feed } = world.app.services;
    const behind = readBehind(feed, feed.position, WRITERS * EACH);

    await writeMany(orm, async (em) => {
      const subjectId = newId();
      appendEvent(em, { topic: 'request', subjectId, scope: 'wlochy', version: 1 }, world.clock.now());
      await em.flush();
      written.push(subjectId);
      feed.announce();
    });
    const byCursor = await behind;
    await Promise.all(feeds.map((each) => each.wake()));

    expect(written).toHaveLength(WRITERS * EACH);
    for (const events of [byCursor, ...heard]) {
      expect(ids(events)).toEqual([...written].sort());
      expect(positions(events)).toEqual(positions(events).sort((a, b) => a - b));
    }
  });

  if (process.env.WW_TEST_DATABASE === 'postgres') {
    it('would lose some if it were numbered by a plain sequence (the control of the test above)', async () => {
      const orm = await manyConnections(world);
      const em = () => world.orm.em.fork();
      await em().execute('create table plain_log (position bigserial primary key)');
      onTestFinished(() =>
        em()
          .execute('drop table plain_log')
          .then(() => undefined),
      );
      const state = { done: false };
      let at = 0;
      let seen = 0;
      const read = async () => {
        const rows = await em().execute<{ position: string }[]>('select position from plain_log where position > ? order by position', [
          at,
        ]);
        seen += rows.length;
        at = Number(rows.at(-1)?.position ?? at);
      };
      const reader = (async () => {
        while (!state.done) await read();
      })();

      await writeMany(orm, async (own) => void (await own.execute('insert into plain_log default values')));
      state.done = true;
      await reader;
      await read();

      expect(WRITERS * EACH - seen).toBeGreaterThan(0);
    });
  }
});
