import { newId } from '@ww/shared/id';
import { openSession } from './actors.ts';
import type { Member } from './network.ts';
import type { World } from './world.ts';

const TO_ONE = 10;
const listed = (ids: readonly string[]) => `{${ids.join(',')}}`;

/** So many coordinators of organisations inside a district's Network, signed in, ten to an organisation: put into the database as they are. */
export async function crowd(world: World, count: number, district = 'wlochy'): Promise<Member[]> {
  const now = world.clock.now();
  const organisations = Array.from({ length: Math.ceil(count / TO_ONE) }, () => newId());
  const people = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    organisationId: organisations[Math.floor(index / TO_ONE)] ?? '',
  }));
  const ids = listed(people.map(({ id }) => id));
  const em = world.orm.em.fork();
  await em.execute(
    `insert into organisation (id, name, district, districts, created_at, version) select id, 'Sąsiedzi ' || id, ?, array[?], ?, 1 from unnest(?::uuid[]) id`,
    [district, district, now, listed(organisations)],
  );
  await em.execute(
    `insert into network_member (id, district, organisation_id, state, since, version) select id, ?, id, 'MEMBER', ?, 1 from unnest(?::uuid[]) id`,
    [district, now, listed(organisations)],
  );
  await em.execute(
    `insert into auth."user" (id, name, email) select id, 'Osoba ' || n, id || '@example.org' from unnest(?::uuid[]) with ordinality as one (id, n)`,
    [ids],
  );
  await em.execute(
    `insert into person (id, display_name, email, created_at) select id, name, email, ? from auth."user" where id = any (?)`,
    [now, ids],
  );
  await em.execute(
    `insert into role_grant (id, person_id, role, scope, created_at)
     select person, person, 'ORGANISATION_COORDINATOR', host, ? from unnest(?::uuid[], ?::text[]) as one (person, host)`,
    [now, ids, listed(people.map(({ organisationId }) => organisationId))],
  );
  const members: Member[] = [];
  for (const { id, organisationId } of people)
    members.push({
      actor: await openSession(world, id),
      organisationId,
      organisationName: `Sąsiedzi ${organisationId}`,
      membershipId: organisationId,
    });
  return members;
}
