import { newId } from '@ww/shared/id';
import { signIn, type Actor } from './actors.ts';
import { anOrganisation } from './volunteers.ts';
import type { World } from './world.ts';

/** An organisation inside a district's Network, and its coordinator, who holds `NETWORK_MEMBER` there by it. */
export interface Member {
  actor: Actor;
  organisationId: string;
  organisationName: string;
  membershipId: string;
}

/** A fresh organisation of the district that is a member of its Network; override what the organisation is like. */
export async function aMember(world: World, district = 'wlochy', over: object = {}): Promise<Member> {
  const host = await signIn(world, 'DISTRICT_COORDINATOR', district);
  const { id, name, coordinator } = await anOrganisation(world, host, { district, districts: [district], ...over });
  return { actor: coordinator, organisationId: id, organisationName: name, membershipId: await makeMember(world, district, id) };
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
