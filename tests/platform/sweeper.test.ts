import { LIMITS } from '@ww/server/platform/limits';
import { sweep } from '@ww/server/platform/sweeper';
import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { LiveClient } from '../support/live-client.ts';
import { caughtUp, LIVE_QUEUE, loadQueue, type QueueFrame } from '../support/live-queue.ts';
import { eventsOf } from '../support/log.ts';
import { aRequest, change } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

const HOUR = 3_600;

describe('the sweeper', () => {
  const world = useWorld();
  /** The follower that sends invitations has read everything: it goes on only when something happens. */
  const followersCaughtUp = async () => {
    await caughtUp(world);
    await vi.waitFor(async () => {
      const [row] = await world.orm.em
        .fork()
        .execute<{ behind: boolean }[]>('select min(position) < (select max(position) from event) as behind from log_follower');
      expect(row?.behind).not.toBe(true);
    });
  };

  it('forgets events that are older than what is kept, and a cursor from before them gets a reset', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { cursor: old } = await loadQueue(anna);
    const first = await aRequest(world, anna);
    world.clock.advance((LIMITS.eventHours - 1) * HOUR);
    await followersCaughtUp();
    const { cursor: kept } = await loadQueue(anna);
    const second = await aRequest(world, anna);
    world.clock.advance(2 * HOUR);
    await followersCaughtUp();

    await sweep(world.app.services);

    expect(await eventsOf(world, first.id)).toHaveLength(0);
    expect(await eventsOf(world, second.id)).toHaveLength(1);
    const client = await LiveClient.open(world, anna);
    onTestFinished(() => client.close());
    const [tooOld, fine] = [old, kept].map((after) => client.subscribe<QueueFrame>(LIVE_QUEUE, { district: 'wlochy', after }));
    expect((await tooOld?.take(1))?.[0]?.queueChanges.kind).toBe('RESET');
    expect((await fine?.take(1))?.[0]?.queueChanges).toMatchObject({ kind: 'UPSERT', id: second.id });
  });

  it('keeps what a follower of the log has not read yet', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const em = world.orm.em.fork();
    await caughtUp(world);
    await em.execute('insert into log_follower (name, position) values (?, ?)', ['slow', world.app.services.feed.position]);
    onTestFinished(() => em.execute(`delete from log_follower where name = 'slow'`).then(() => undefined));
    const { id } = await aRequest(world, anna);
    await caughtUp(world);
    world.clock.advance((LIMITS.eventHours + 1) * HOUR);

    await sweep(world.app.services);

    expect(await eventsOf(world, id)).toHaveLength(1);
  });

  it('forgets an answered key after its days, and not before', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await aRequest(world, anna);
    const CLAIM = change('claimRequest', 'OnRequestInput');
    const input = { key: newId(), id };
    const first = await anna.send(CLAIM, { input });
    world.clock.advance(LIMITS.keyDays * 24 * HOUR - 60);
    await sweep(world.app.services);
    expect(await anna.send(CLAIM, { input })).toEqual(first);
    dataOf(first);

    world.clock.advance(120);
    await sweep(world.app.services);

    expect(errorOf(await anna.send(CLAIM, { input })).code).toBe('CONFLICT');
  });

  it('forgets limits that are over', async () => {
    const { limiter } = world.app.services;
    await limiter.take({ name: 'try', hits: 1, seconds: 60 }, 'long');
    await limiter.take({ name: 'try', hits: 1, seconds: 10 }, 'short');
    world.clock.advance(30);

    await sweep(world.app.services);

    expect(await world.orm.em.fork().execute('select bucket from rate_bucket')).toEqual([{ bucket: 'try:long' }]);
  });
});
