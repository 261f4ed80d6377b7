import { createLogger } from '@ww/server/platform/log';
import { followLog } from '@ww/server/platform/log-follower';
import type { FeedEvent } from '@ww/server/platform/change-feed';
import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { touch, caughtUp } from '../support/live-queue.ts';
import { useWorld } from '../support/world.ts';

describe('a follower of the log', () => {
  const world = useWorld();

  function follow(name: string, handle: (event: FeedEvent) => Promise<void>) {
    const log = createLogger('error', { write: (line) => void world.logs.push(line) });
    return followLog(name, world.orm, world.app.services.feed, log, handle);
  }
  const place = async (name: string) => {
    const [row] = await world.orm.em.fork().execute<{ position: string }[]>('select position from log_follower where name = ?', [name]);
    return Number(row?.position ?? 0);
  };
  const named = () => {
    const name = `follower-${newId()}`;
    onTestFinished(() =>
      world.orm.em
        .fork()
        .execute('delete from log_follower where name = ?', [name])
        .then(() => undefined),
    );
    return name;
  };

  it('goes on after a stop where it was: nothing missed, nothing of the past', async () => {
    const name = named();
    const [past, first, missed, last] = [newId(), newId(), newId(), newId()];
    await touch(world, [past]);
    await caughtUp(world);
    const seen: string[] = [];
    const handle = ({ subjectId }: FeedEvent) => Promise.resolve(void seen.push(subjectId));
    const before = follow(name, handle);
    await vi.waitFor(async () => expect(await place(name)).toBeGreaterThan(0));
    await touch(world, [first]);
    await vi.waitFor(() => expect(seen).toEqual([first]));
    await before.stop();

    await touch(world, [missed]);
    await caughtUp(world);
    expect(seen).toEqual([first]);
    const after = follow(name, handle);
    onTestFinished(() => after.stop());
    await vi.waitFor(() => expect(seen).toEqual([first, missed]));
    await touch(world, [last]);

    await vi.waitFor(() => expect(seen).toEqual([first, missed, last]));
  });

  it('tries again by itself what failed, in order, also when nothing more happens', async () => {
    const name = named();
    let failures = 2;
    const seen: string[] = [];
    const follower = follow(name, ({ subjectId }) => {
      if (failures-- > 0) return Promise.reject(new Error('not now'));
      seen.push(subjectId);
      return Promise.resolve();
    });
    onTestFinished(() => follower.stop());
    await vi.waitFor(async () => expect(await place(name)).toBeGreaterThan(0));
    const ids = [newId(), newId()];

    await touch(world, ids);

    await vi.waitFor(() => expect(seen).toEqual(ids), 8_000);
    expect(await place(name)).toBe(world.app.services.feed.position);
  });
});
