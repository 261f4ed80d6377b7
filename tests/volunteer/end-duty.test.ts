import { useWorld } from '../support/world.ts';
import { endDuty } from '@ww/server/volunteer/commands/end-duty';
import { timerContext } from '@ww/server/platform/timer-context';
import { newId } from '@ww/shared/id';
import { TestClock } from 'pg-boss';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { NOON } from '../support/clock.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { openSecondApp, type SecondApp } from '../support/second-app.ts';
import { aVolunteer, told } from '../support/volunteers.ts';

describe('a duty', () => {
  const world = useWorld();
  let timed: TestClock;
  let server: SecondApp;

  beforeEach(async () => {
    timed = new TestClock(NOON);
    server = await openSecondApp(world, { jobClock: timed });
  });
  afterEach(() => server.close());

  const dutyOf = async (id: string) => {
    const [row] = await world.orm.em
      .fork()
      .execute<{ until: Date | string | null; version: number }[]>('select duty_until as until, version from volunteer where id = ?', [id]);
    return { until: row?.until ? new Date(row.until).toISOString() : null, version: row?.version };
  };
  const jobsOf = (id: string) =>
    world.orm.em.fork().execute<{ state: string }[]>(`select state from jobs.job where name = 'duty-end' and data->>'id' = ?`, [id]);
  /** Both clocks together, the job queue's timers firing on the way. */
  async function pass(seconds: number): Promise<void> {
    world.clock.advance(seconds);
    await timed.tick(seconds * 1000);
  }
  async function until<T>(read: () => Promise<T>, is: (value: T) => boolean): Promise<T> {
    for (let tried = 0; tried < 100; tried++) {
      const value = await read();
      if (is(value)) return value;
      await timed.tick(2_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`not within 2 s: ${JSON.stringify(await read())}`);
  }

  it('ends by itself when it runs out, not before, with an event and an audit entry by nobody', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta, { districts: ['wlochy', 'ochota'] });
    await told(marta, 'setDuty', { id, until: world.clock.in(600) });
    await until(
      () => jobsOf(id),
      (jobs) => jobs.length > 0,
    );

    await pass(580);
    expect((await dutyOf(id)).version).toBe(2);
    await pass(20);
    await until(
      () => dutyOf(id),
      (duty) => duty.until === null,
    );

    expect((await eventsOf(world, id)).slice(-2)).toMatchObject([
      { topic: 'volunteer', scope: 'wlochy', version: 3 },
      { topic: 'volunteer', scope: 'ochota', version: 3 },
    ]);
    expect((await auditOf(world, id)).at(-1)).toMatchObject({ action: 'duty.end', actor_id: null, outcome: 'DONE', district: 'wlochy' });
  });

  it('set again ends at its new time: the earlier timer is worth nothing', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    await told(marta, 'setDuty', { id, until: world.clock.in(600) });
    await told(marta, 'setDuty', { id, until: world.clock.in(900) });
    await until(
      () => jobsOf(id),
      (jobs) => jobs.length > 0,
    );
    const later = (await dutyOf(id)).until;

    await pass(601);
    expect((await dutyOf(id)).until).toBe(later);
    await pass(300);
    await until(
      () => dutyOf(id),
      (duty) => duty.until === null,
    );
    expect((await auditOf(world, id)).filter(({ action }) => action === 'duty.end')).toHaveLength(1);
  });

  it('survives a restart of the server', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    await told(marta, 'setDuty', { id, until: world.clock.in(600) });
    await until(
      () => jobsOf(id),
      (jobs) => jobs.length > 0,
    );
    await server.close();
    world.clock.advance(700);
    timed = new TestClock(world.clock.now());
    server = await openSecondApp(world, { jobClock: timed });
    await until(
      () => dutyOf(id),
      (duty) => duty.until === null,
    );
  });

  it('is not ended before its time, nor by a timer that is not its own', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    await told(marta, 'setDuty', { id, until: world.clock.in(600) });
    const [row] = await world.orm.em.fork().execute<{ timer: string }[]>('select duty_timer as timer from volunteer where id = ?', [id]);
    const ctx = () => timerContext(world.app.services);
    await expect(endDuty(ctx(), { key: row?.timer, id })).rejects.toThrow('has not run out');
    world.clock.advance(600);
    await endDuty(ctx(), { key: newId(), id });
    expect((await dutyOf(id)).version).toBe(2);
    await endDuty(ctx(), { key: row?.timer, id });
    await endDuty(ctx(), { key: row?.timer, id });
    expect(await dutyOf(id)).toEqual({ until: null, version: 3 });
  });
});
