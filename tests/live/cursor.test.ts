import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { signIn } from '../support/actors.ts';
import { LiveClient } from '../support/live-client.ts';
import { caughtUp, LIVE_QUEUE, loadQueue, positionOf, touch, type QueueFrame } from '../support/live-queue.ts';
import { aRequest } from '../support/requests.ts';
import { watchSql } from '../support/sql-watch.ts';
import { openSecondApp } from '../support/second-app.ts';
import { useWorld, type World } from '../support/world.ts';

/** How often a subscription was replayed from the log: its reads ask for one more than they may replay. */
function watchReplays(world: World): () => number {
  const read = vi.spyOn(world.app.services.feed, 'read');
  onTestFinished(() => read.mockRestore());
  return () => read.mock.calls.filter(([, , limit]) => limit === 2_001).length;
}

describe('a subscription from a cursor', () => {
  const world = useWorld();

  async function desk() {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const open = async () => {
      const client = await LiveClient.open(world, anna);
      onTestFinished(() => client.close());
      return client;
    };
    const follow = async (after?: string) => (await open()).subscribe<QueueFrame>(LIVE_QUEUE, { district: 'wlochy', after });
    return { anna, open, follow };
  }
  const brief = ({ queueChanges: { kind, id } }: QueueFrame) => [kind, id];

  it('replays from the frames in memory what a short break missed, then goes on', async () => {
    const { anna, follow } = await desk();
    const kept = await follow();
    const { cursor } = await loadQueue(anna);
    const first = await aRequest(world, anna);
    const second = await aRequest(world, anna);
    await kept.take(2);
    const replays = watchReplays(world);

    const late = await follow(cursor);
    await late.take(2);
    const third = await aRequest(world, anna);

    expect((await late.take(3)).map(brief)).toEqual([
      ['UPSERT', first.id],
      ['UPSERT', second.id],
      ['UPSERT', third.id],
    ]);
    expect(replays()).toBe(0);
    expect((await kept.take(3)).map(brief)).toEqual((await late.take(3)).map(brief));
  });

  it('replays from the log what nobody followed, each request once, as it is now', async () => {
    const { anna, follow } = await desk();
    const { cursor } = await loadQueue(anna);
    const first = await aRequest(world, anna);
    const second = await aRequest(world, anna);
    await touch(world, [first.id]);
    await caughtUp(world);
    const replays = watchReplays(world);

    const late = await follow(cursor);

    expect((await late.take(2)).map(brief)).toEqual([
      ['UPSERT', second.id],
      ['UPSERT', first.id],
    ]);
    expect(replays()).toBe(1);
  });

  it('leaves in the order of its cursors also when changes are gathered, so that none is skipped by who drops in between', async () => {
    const { anna, follow } = await desk();
    const first = await aRequest(world, anna);
    const second = await aRequest(world, anna);
    await caughtUp(world);
    const { cursor } = await loadQueue(anna);
    const live = await follow(cursor);
    await touch(world, [first.id, second.id, first.id]);

    const frames = (await live.take(2)).map(({ queueChanges }) => queueChanges);

    expect(frames.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(positionOf(frames[1]?.cursor ?? '')).toBeGreaterThan(positionOf(frames[0]?.cursor ?? ''));
  });

  it.each([
    ['foreign', (cursor: string) => cursor.replace(/^[^.]+/, '0123456789abcdef')],
    ['malformed', () => 'yesterday'],
    ['empty', () => ''],
    ['from the future', (cursor: string) => cursor.replace(/\d+$/, (digits) => String(Number(digits) + 1_000_000))],
    ['absurdly long', (cursor: string) => `${cursor}${'9'.repeat(400)}`],
  ])('answers a %s cursor with a reset and goes on', async (_what, spoil) => {
    const { anna, follow } = await desk();
    const { cursor } = await loadQueue(anna);

    const live = await follow(spoil(cursor));

    const [reset] = await live.take(1);
    expect(reset?.queueChanges).toMatchObject({ kind: 'RESET', id: null, row: null });
    const { id } = await aRequest(world, anna);
    expect((await live.take(2)).map(brief)).toEqual([
      ['RESET', null],
      ['UPSERT', id],
    ]);
    const again = await follow(reset?.queueChanges.cursor);
    expect((await again.take(1)).map(brief)).toEqual([['UPSERT', id]]);
  });

  it('sends a change once, whether it is replayed or comes by itself', async () => {
    const { anna, open } = await desk();
    const COUNTS = `subscription ($after: String) { countsChanges(after: $after) { kind cursor id row { open } } }`;
    const { cursor: old } = await loadQueue(anna);
    await aRequest(world, anna);
    await caughtUp(world);
    const client = await open();
    const kept = client.subscribe(COUNTS);
    await vi.waitFor(() => expect(world.app.hub.size).toBe(1));
    const { cursor: before } = await loadQueue(anna);

    // gathered for 300 ms, so these join while it waits
    await aRequest(world, anna);
    await caughtUp(world);
    const { cursor: after } = await loadQueue(anna);
    expect(positionOf(after)).toBe(positionOf(before) + 1);
    const [fromLog, fromBefore, fromAfter] = [old, before, after].map((cursor) => client.subscribe(COUNTS, { after: cursor }));
    await kept.take(1);
    await aRequest(world, anna);
    await kept.take(2);

    expect(kept.frames).toHaveLength(2);
    expect(fromLog?.frames).toHaveLength(2);
    expect(fromBefore?.frames).toHaveLength(2);
    expect(fromAfter?.frames).toHaveLength(1);
  });

  it('is told to load again when a change could not be read, and so is who comes back later', async () => {
    const { anna, follow } = await desk();
    const live = await follow();
    const { cursor } = await loadQueue(anna);
    const sql = watchSql(world.orm);
    sql.fail(/from "help_request".*where .*"id" = /s);
    const { id } = await aRequest(world, anna);

    expect((await live.take(1)).map(brief)).toEqual([['RESET', null]]);
    const late = await follow(cursor);
    expect((await late.take(1)).map(brief)).toEqual([['UPSERT', id]]);
    expect(world.logs.filter((line) => line.includes('live change could not be read'))).toHaveLength(1);
  });

  it('goes on from a list that was loaded after everything in the log had been swept away and the server restarted', async () => {
    const { anna } = await desk();
    await aRequest(world, anna);
    await caughtUp(world);
    await world.orm.em.fork().execute('update log_identity set pruned_to = (select max(position) from event)');
    await world.orm.em.fork().execute('delete from event');
    const second = await openSecondApp(world);
    onTestFinished(() => second.close());
    const there = await LiveClient.open(second, anna);
    onTestFinished(() => there.close());

    const live = there.subscribe<QueueFrame>(LIVE_QUEUE, { district: 'wlochy', after: second.app.services.feed.cursor });
    await vi.waitFor(() => expect(second.app.hub.size).toBe(1));
    const { id } = await aRequest(world, anna);

    expect((await live.take(1)).map(brief)).toEqual([['UPSERT', id]]);
  });
});
