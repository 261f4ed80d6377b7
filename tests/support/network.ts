import { newId } from '@ww/shared/id';
import { openSession, type Actor } from './actors.ts';
import { newOrganisation } from './volunteers.ts';
import type { World } from './world.ts';

/** An organisation inside a district's Network, and its coordinator, who holds `NETWORK_MEMBER` there by it. */
export interface Member {
  actor: Actor;
  organisationId: string;
  organisationName: string;
  membershipId: string;
}

interface MemberLike {
  id?: string;
  name?: string;
  coordinatorName?: string;
}

/**
 * A fresh organisation of the district that is a member of its Network, as registering it and letting it in would leave it; whoever
 * coordinates it already is its coordinator.
 */
export async function aMember(world: World, district = 'wlochy', over: MemberLike = {}): Promise<Member> {
  const organisation = newOrganisation({ district, districts: [district], ...over });
  const { id, name, coordinatorName, coordinatorEmail } = organisation;
  const [now, em] = [world.clock.now(), world.orm.em.fork()];
  await em.execute('insert into organisation (id, name, district, districts, created_at, version) values (?, ?, ?, array[?], ?, 1)', [
    ...[id, name, district, district, now],
  ]);
  const [held] = await em.execute<{ person_id: string }[]>(
    `select person_id from role_grant where role = 'ORGANISATION_COORDINATOR' and scope = ? order by created_at limit 1`,
    [id],
  );
  const personId = held?.person_id ?? (await aCoordinator(world, id, coordinatorName, coordinatorEmail));
  const membershipId = await makeMember(world, district, id);
  return { actor: await openSession(world, personId), organisationId: id, organisationName: name, membershipId };
}

async function aCoordinator(world: World, organisationId: string, name: string, email: string): Promise<string> {
  const [personId, now, em] = [newId(), world.clock.now(), world.orm.em.fork()];
  await em.execute('insert into auth."user" (id, name, email) values (?, ?, ?)', [personId, name, email]);
  await em.execute('insert into person (id, display_name, email, created_at) values (?, ?, ?, ?)', [...[personId, name, email, now]]);
  await em.execute(`insert into role_grant (id, person_id, role, scope, created_at) values (?, ?, 'ORGANISATION_COORDINATOR', ?, ?)`, [
    ...[newId(), personId, organisationId, now],
  ]);
  return personId;
}

/** An organisation that is there already stands so with a district's Network; returns the membership's id. */
export async function makeMember(world: World, district: string, organisationId: string, state = 'MEMBER'): Promise<string> {
  const id = newId();
  await world.orm.em
    .fork()
    .execute(`insert into network_member (id, district, organisation_id, state, since, does, version) values (?, ?, ?, ?, ?, null, 1)`, [
      ...[id, district, organisationId, state, world.clock.now()],
    ]);
  return id;
}
