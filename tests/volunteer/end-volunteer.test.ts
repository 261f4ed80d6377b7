import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { LiveClient } from '../support/live-client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { grantsOf } from '../support/people.ts';
import { plantTask } from '../support/plant-task.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { aVolunteer, aVolunteerSignedIn, tell, told } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('endVolunteer', () => {
  const world = useWorld();

  it('ends the duty and the role, closes open pages, and is told to each district', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const email = 'kinga.jaskolka@example.org';
    const { volunteer, actor: kinga } = await aVolunteerSignedIn(world, marta, { email });
    await told(kinga, 'setDuty', { id: volunteer.id, until: world.clock.in(3600) });
    world.clock.advance(60);
    const socket = await LiveClient.open(world, kinga);

    expect(await told(marta, 'endVolunteer', { id: volunteer.id })).toEqual({ id: volunteer.id });

    expect((await socket.closed).code).toBe(4401);
    expect(await grantsOf(world, kinga.personId)).toEqual([]);
    expect(errorOf(await kinga.send('query { myAvailability { version } }')).code).toBe('NOT_FOUND');
    const [row] = await world.orm.em
      .fork()
      .execute('select ended_at is not null as ended, duty_until, duty_timer, person_id from volunteer where id = ?', [volunteer.id]);
    expect(row).toEqual({ ended: true, duty_until: null, duty_timer: null, person_id: null });
    expect((await eventsOf(world, volunteer.id)).at(-1)).toMatchObject({ topic: 'volunteer', scope: 'wlochy', version: 3 });
    expect((await auditOf(world, volunteer.id)).at(-1)).toMatchObject({
      action: 'volunteer.write',
      outcome: 'DONE',
      to_name: 'Kinga Jaskółka',
    });
    expect(errorOf(await marta.send('query ($id: ID!) { volunteerDetail(id: $id) { hasEmail } }', { id: volunteer.id })).code).toBe(
      'NOT_FOUND',
    );
    // and the same person may help again
    expect((await aVolunteer(marta, { email, invite: true })).hasAccount).toBe(true);
  });

  it('is refused while tasks are open, and says how many', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    const task = await plantTask(world, marta, id);
    const before = await snapshotOf(world);
    expect(errorOf(await tell(marta, 'endVolunteer', { id }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'id', rule: 'openTasks', limit: 1 }],
    });
    expect(await snapshotOf(world)).toBe(before);
    await world.orm.em.fork().execute(`update task set state = 'DONE', minutes = 30, ended_at = to_at where id = ?`, [task]);
    dataOf(await tell(marta, 'endVolunteer', { id }));
  });

  it('happens once', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    await told(marta, 'endVolunteer', { id });
    expect(errorOf(await tell(marta, 'endVolunteer', { id })).fields).toEqual([{ path: 'id', rule: 'volunteer' }]);
  });
});
