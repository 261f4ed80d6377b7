import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { linksOf } from '../support/links.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { grantsOf } from '../support/people.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { aVolunteer, personOf, someEmail, tell, told, type RosterRow } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('inviteVolunteer', () => {
  const world = useWorld();

  it('invites later, and again: one account, one role, a link each time', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta, { email: someEmail() });
    world.clock.advance(60);

    const { volunteer } = await told<RosterRow>(marta, 'inviteVolunteer', { id });

    expect(volunteer).toMatchObject({ hasAccount: true, invitedAt: world.clock.now().toISOString(), version: 2 });
    const personId = await personOf(world, id);
    world.clock.advance(3600);
    expect((await told<RosterRow>(marta, 'inviteVolunteer', { id })).volunteer.invitedAt).toBe(world.clock.now().toISOString());
    expect(await personOf(world, id)).toBe(personId);
    expect(await grantsOf(world, personId)).toEqual([`VOLUNTEER@${personId}`]);
    expect(await linksOf(world)).toMatchObject([
      { person_id: personId, purpose: 'INVITATION' },
      { person_id: personId, purpose: 'INVITATION' },
    ]);
    expect((await eventsOf(world, id)).map(({ topic, version }) => [topic, version])).toEqual([
      ['volunteer', 1],
      ['volunteer', 2],
      ['volunteer', 3],
    ]);
    expect((await auditOf(world, id)).map(({ action, to_name }) => [action, to_name])).toEqual(
      Array(3).fill(['volunteer.write', 'Kinga Jaskółka']),
    );
  });

  it('needs an address', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta);
    const before = await snapshotOf(world);
    expect(errorOf(await tell(marta, 'inviteVolunteer', { id }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'email', rule: 'required' }],
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('does not take someone who is another volunteer already, also when two invite at once', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const email = someEmail();
    const [one, other] = [await aVolunteer(marta, { email }), await aVolunteer(marta, { email })];
    const answers = await Promise.all([tell(marta, 'inviteVolunteer', { id: one.id }), tell(marta, 'inviteVolunteer', { id: other.id })]);
    const refused = answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? []);
    expect(refused).toEqual([{ code: 'INVALID', fields: [{ path: 'email', rule: 'taken' }] }]);
    expect(await world.orm.em.fork().execute('select 1 from person where email = ?', [email])).toHaveLength(1);
  });
});
