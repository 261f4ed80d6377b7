import { can, type Action } from '@ww/shared/policy';
import type { Subject } from '@ww/shared/roles';
import { actorOf } from '#lib/account/next.ts';
import type { Me } from '#lib/request/actor.ts';
import type { Volunteer } from './documents.ts';

type Hosted = Pick<Volunteer, 'organisationId' | 'district' | 'districts'>;

const hostOf = ({ organisationId, district }: Hosted): Subject => (organisationId ? { organisation: organisationId } : { district });

/** Whether the host's buttons belong on the screen. */
export const mayAsHost = (me: Me, action: Action, volunteer: Hosted): boolean => can(actorOf(me), action, hostOf(volunteer));

/** As the host, or as the Team of a district served. */
export function mayForServed(me: Me, action: Action, volunteer: Hosted): boolean {
  const actor = actorOf(me);
  return [hostOf(volunteer), ...volunteer.districts.map((district) => ({ district }))].some((subject) => can(actor, action, subject));
}

/** Organisations that the person coordinates. */
export const organisationsOf = (me: Me): readonly string[] => [
  ...new Set(me.grants.flatMap(({ role, scope }) => (role === 'ORGANISATION_COORDINATOR' && scope ? [scope] : []))),
];
