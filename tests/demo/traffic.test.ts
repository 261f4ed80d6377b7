import { demoPeople } from '@ww/server/demo/people';
import { seedDemo } from '@ww/server/demo/seed';
import { createTraffic } from '@ww/server/demo/traffic';
import { createLogger } from '@ww/server/platform/log';
import { Secrets } from '@ww/server/platform/secrets';
import { describe, expect, it, vi } from 'vitest';
import { SECRET, useWorld, type World } from '../support/world.ts';

interface Entry {
  actor_name: string | null;
  district: string;
  outcome: string;
}

const entriesSince = (world: World, start: Date) =>
  world.orm.em.fork().execute<Entry[]>('select actor_name, district, outcome from audit_entry where at > ?', [start]);
const aWhile = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the demo traffic', () => {
  const world = useWorld();

  it('changes requests as people who are not offered, and stops by itself after a quarter of an hour', async () => {
    await seedDemo(world.orm, world.clock, new Secrets(SECRET), () => undefined);
    const start = world.clock.now();
    world.clock.advance(60);
    const log = createLogger('warn', { write: (line) => void world.logs.push(line) });
    const traffic = createTraffic({ url: world.url, origin: world.url, clock: world.clock, log });
    expect(traffic.until()).toBeNull();

    traffic.steer(true);
    expect(traffic.until()).toEqual(new Date(world.clock.now().getTime() + 15 * 60_000));
    await vi.waitFor(async () => expect((await entriesSince(world, start)).length).toBeGreaterThanOrEqual(3), {
      timeout: 15_000,
      interval: 300,
    });

    const offered = new Set(
      demoPeople()
        .filter((person) => person.offered)
        .map(({ name }) => name),
    );
    const made = await entriesSince(world, start);
    expect(made.filter(({ actor_name: name, outcome }) => outcome !== 'DONE' || (name !== null && offered.has(name)))).toEqual([]);
    expect(made.some(({ district }) => district === 'wlochy')).toBe(true);

    world.clock.advance(15 * 60);
    expect(traffic.until()).toBeNull();
    await aWhile(2_500);
    const atRest = (await entriesSince(world, start)).length;
    await aWhile(2_500);
    expect(await entriesSince(world, start)).toHaveLength(atRest);
  });

  it('says so in the log when the server does not answer, and harms nothing', async () => {
    const lines: string[] = [];
    const log = createLogger('warn', { write: (line) => void lines.push(line) });
    const traffic = createTraffic({ url: 'http://127.0.0.1:9', origin: world.url, clock: world.clock, log });
    traffic.steer(true);
    await vi.waitFor(() => expect(lines.length).toBeGreaterThan(0), { timeout: 5_000 });
    traffic.steer(false);
    expect(traffic.until()).toBeNull();
    expect(lines[0]).toContain('demo traffic');
  });
});
