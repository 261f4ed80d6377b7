import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { aVolunteer, aVolunteerSignedIn, tell, told, type Availability } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('setDuty', () => {
  const world = useWorld();
  const timerOf = async (id: string) =>
    (await world.orm.em.fork().execute<{ timer: string | null }[]>('select duty_timer as timer from volunteer where id = ?', [id]))[0]
      ?.timer;

  it('goes on duty until then, on until later, and off, each with an event and an audit entry', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { volunteer, actor: kinga } = await aVolunteerSignedIn(world, marta);
    const { id } = volunteer;

    expect(await told<Availability>(kinga, 'setDuty', { id, until: world.clock.in(3600) })).toMatchObject({
      version: 2,
      dutyUntil: world.clock.in(3600),
    });
    const first = await timerOf(id);
    expect((await told<Availability>(marta, 'setDuty', { id, until: world.clock.in(16 * 3600) })).dutyUntil).toBe(
      world.clock.in(16 * 3600),
    );
    expect(await timerOf(id)).not.toBe(first);
    expect((await told<Availability>(kinga, 'setDuty', { id, until: null })).dutyUntil).toBeNull();
    expect(await timerOf(id)).toBeNull();

    const events = (await eventsOf(world, id)).map(({ topic, scope, version }) => [topic, scope, version]);
    expect(events).toEqual([
      ['volunteer', 'wlochy', 1],
      ...[2, 3].flatMap((version) => [
        ['duty', null, version],
        ['volunteer', 'wlochy', version],
      ]),
      ['volunteer', 'wlochy', 4],
    ]);
    expect((await auditOf(world, id)).filter(({ action }) => action === 'availability.write')).toHaveLength(3);
  });

  it.each([
    [0, 'dueInPast'],
    [-60, 'dueInPast'],
    [16 * 3600 + 0.001, 'dutyTooLong'],
  ])('refuses an end %d seconds from now: %s', async (seconds, rule) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    const before = await snapshotOf(world);
    expect(errorOf(await tell(marta, 'setDuty', { id, until: world.clock.in(seconds) }))).toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'until', rule }],
    });
    expect(await snapshotOf(world)).toBe(before);
  });
});
