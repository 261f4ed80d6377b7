import { describe, expect, it, onTestFinished } from 'vitest';
import { resident } from '../support/actors.ts';
import { errorOf, gql } from '../support/client.ts';
import { intake, SUBMIT } from '../support/requests.ts';
import { openSecondApp } from '../support/second-app.ts';
import { useWorld } from '../support/world.ts';

const LIMIT = { name: 'try', hits: 3, seconds: 60 } as const;

describe('a limit', () => {
  const world = useWorld();
  const take = (who = 'a') => world.app.services.limiter.take(LIMIT, who);

  it('lets so many through in its window, says how long to wait, and starts again after it', async () => {
    for (let hit = 0; hit < LIMIT.hits; hit++) await take();
    world.clock.advance(20);

    await expect(take()).rejects.toMatchObject({ code: 'RATE_LIMITED', extensions: { retryAfter: 40 } });
    await expect(take('b')).resolves.toBeUndefined();
    world.clock.advance(40);
    await expect(take()).resolves.toBeUndefined();
  });

  it('counts exactly when many come at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => take()));

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(LIMIT.hits);
  });

  it('is counted by all servers together', async () => {
    const second = await openSecondApp(world);
    onTestFinished(() => second.close());
    const send = (url: string, address: string) => gql(url, SUBMIT, { input: intake(world) }, { 'x-forwarded-for': address });
    const urls = [world.url, second.url, world.url, second.url, world.url];

    for (const url of urls) expect((await send(url, '198.51.100.9')).errors).toBeUndefined();

    for (const url of [world.url, second.url])
      expect(errorOf(await send(url, '198.51.100.9'))).toEqual({ code: 'RATE_LIMITED', retryAfter: 3_600 });
    expect((await send(second.url, '198.51.100.10')).errors).toBeUndefined();
  });

  it('keeps no address: only a keyed hash of it', async () => {
    await resident(world, '198.51.100.77').send(SUBMIT, { input: intake(world) });

    const kept = JSON.stringify(await world.orm.em.fork().execute('select * from rate_bucket'));
    expect(kept).toContain('submit:');
    expect(kept).not.toContain('198.51.100.77');
  });
});
