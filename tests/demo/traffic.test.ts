import { demoPeople } from '@ww/server/demo/people';
import { seedDemo } from '@ww/server/demo/seed';
import { createTraffic } from '@ww/server/demo/traffic';
import { TrafficCity } from '@ww/server/demo/traffic-city';
import { createTrafficClient, TrafficError } from '@ww/server/demo/traffic-client';
import { createLogger } from '@ww/server/platform/log';
import { Secrets } from '@ww/server/platform/secrets';
import { describe, expect, it, vi } from 'vitest';
import { SECRET } from '../support/secret.ts';
import { useWorld, type World } from '../support/world.ts';

interface Entry {
  actor_name: string | null;
  district: string;
  outcome: string;
}

const helpers = new Set(
  demoPeople()
    .filter(({ role, offered }) => role === 'VOLUNTEER' && !offered)
    .map(({ name }) => name),
);
const entriesSince = (world: World, start: Date) =>
  world.orm.em.fork().execute<Entry[]>('select actor_name, district, outcome from audit_entry where at > ?', [start]);
const aWhile = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the demo traffic', () => {
  const world = useWorld();

  it('changes requests as people who are not offered, and stops by itself after a quarter of an hour', { timeout: 60_000 }, async () => {
    await seedDemo(world.orm, world.clock, new Secrets(SECRET), () => undefined);
    const start = world.clock.now();
    world.clock.advance(60);
    const log = createLogger('warn', { write: (line) => void world.logs.push(line) });
    const traffic = createTraffic({ url: world.url, origin: world.url, clock: world.clock, log });
    expect(traffic.until()).toBeNull();

    traffic.steer(true);
    expect(traffic.until()).toEqual(new Date(world.clock.now().getTime() + 15 * 60_000));
    await vi.waitFor(async () => expect((await entriesSince(world, start)).length).toBeGreaterThanOrEqual(3), {
      timeout: 25_000,
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

  it('lets volunteers go on duty, answer, set out and finish, and the Team ask and ring them up, all over the API', async () => {
    await seedDemo(world.orm, world.clock, new Secrets(SECRET), () => undefined);
    const start = world.clock.now();
    const city = new TrafficCity(createTrafficClient(world.url, world.url), world.clock);
    const done = async () => {
      const rows = await world.orm.em
        .fork()
        .execute<{ action: string; actor: string | null }[]>(
          `select action, actor_name as actor from audit_entry where outcome = 'DONE' and at > ?`,
          [start],
        );
      return new Set(rows.map(({ action, actor }) => `${action} ${helpers.has(actor ?? '') ? 'volunteer' : 'team'}`));
    };
    const wanted = [
      ...['availability.write volunteer', 'offer.answer volunteer', 'task.step volunteer'],
      ...['dispatch.offer team', 'dispatch.record team', 'request.claim team', 'request.intake team'],
    ];
    const refused = new Set<string>();
    for (let move = 0; move < 400; move++) {
      world.clock.advance(8);
      await city.move(AbortSignal.timeout(20_000)).catch((error: unknown) => {
        if (!(error instanceof TrafficError)) throw error;
        refused.add(error.code);
      });
      if (move % 20 === 19 && (await done()).isSupersetOf(new Set(wanted))) break;
    }
    expect([...(await done())]).toEqual(expect.arrayContaining(wanted));
    expect([...refused].filter((code) => !['CONFLICT', 'STALE', 'NOT_FOUND', 'RATE_LIMITED'].includes(code))).toEqual([]);
    const [hers] = await world.orm.em.fork().execute<{ open: number; offers: number }[]>(
      `select (select count(*)::int from task t where t.volunteer_id = v.id and t.state in ('ACCEPTED', 'ON_THE_WAY')) as open,
           (select count(*)::int from offer o where o.volunteer_id = v.id and o.state = 'OPEN' and o.offered_at < ?) as offers
         from volunteer v where display_name = 'Kinga Jaskółka'`,
      [start],
    );
    expect(hers).toEqual({ open: 2, offers: 1 });
    const [second] = await world.orm.em
      .fork()
      .execute<{ count: number }[]>(
        `select count(*)::int as count from dispatch d join help_request r on r.id = d.request_id where d.state = 'RUNNING' and r.state <> 'OFFERED'`,
      );
    expect(second?.count).toBe(0);
  }, 120_000);

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
