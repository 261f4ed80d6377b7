import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { linksOf } from '../support/links.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { grantsOf } from '../support/people.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { newOrganisation, tell, told, type OrganisationView } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('registerOrganisation', () => {
  const world = useWorld();

  it('takes an organisation into the network, its coordinator into an account without a password, by a link', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const input = newOrganisation({ name: 'Sąsiedzi z Rakowa', districts: ['ochota', 'wlochy'] });

    const view = await told<OrganisationView>(marta, 'registerOrganisation', input);

    const { id } = input;
    expect(view).toEqual({
      row: { id, name: 'Sąsiedzi z Rakowa', district: 'wlochy', districts: ['ochota', 'wlochy'], version: 1 },
      ...{ volunteers: 0, coordinators: ['Olga Wilga'], pools: [] },
    });
    expect(await eventsOf(world, id)).toMatchObject([
      { topic: 'organisation', scope: 'wlochy', version: 1 },
      { topic: 'organisation', scope: 'ochota', version: 1 },
    ]);
    expect(await auditOf(world, id)).toMatchObject([
      {
        action: 'organisation.register',
        actor_id: marta.personId,
        subject_type: 'organisation',
        district: 'wlochy',
        to_name: 'Olga Wilga',
      },
    ]);
    const [olga] = await world.orm.em.fork().execute<{ id: string }[]>('select id from person where email = ?', [input.coordinatorEmail]);
    expect(await grantsOf(world, olga?.id ?? null)).toEqual([`ORGANISATION_COORDINATOR@${id}`]);
    expect(await linksOf(world)).toMatchObject([{ person_id: olga?.id, purpose: 'INVITATION' }]);
  });

  it('gives the role to someone who has an account already', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { row } = await told<OrganisationView>(marta, 'registerOrganisation', newOrganisation({ coordinatorEmail: marta.email }));
    expect(await grantsOf(world, marta.personId)).toEqual(['DISTRICT_COORDINATOR@wlochy', `ORGANISATION_COORDINATOR@${row.id}`]);
  });

  it.each([
    [{ name: '' }, 'name', 'required'],
    [{ districts: [] }, 'districts', 'required'],
    [{ coordinatorEmail: 'olga' }, 'coordinatorEmail', 'email'],
    [{ coordinatorName: ' ' }, 'coordinatorName', 'required'],
  ])('refuses %j: %s %s', async (over, path, rule) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const before = await snapshotOf(world);
    expect(errorOf(await tell(marta, 'registerOrganisation', newOrganisation(over)))).toMatchObject({ fields: [{ path, rule }] });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('gives a name once, also when two ask at once, and answers the same again for the same key', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const [one, other] = [newOrganisation({ name: 'Dobre Ręce' }), newOrganisation({ name: 'Dobre Ręce' })];
    const answers = await Promise.all([tell(marta, 'registerOrganisation', one), tell(marta, 'registerOrganisation', other)]);
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.fields) ?? [])).toEqual([
      [{ path: 'name', rule: 'taken' }],
    ]);
    const input = { key: newId(), ...newOrganisation() };
    const first = await told(marta, 'registerOrganisation', input);
    const before = await snapshotOf(world);
    expect(await told(marta, 'registerOrganisation', input)).toEqual(first);
    expect(errorOf(await tell(marta, 'registerOrganisation', newOrganisation({ id: input.id }))).fields).toEqual([
      { path: 'id', rule: 'taken' },
    ]);
    expect(await snapshotOf(world)).toBe(before);
  });
});
