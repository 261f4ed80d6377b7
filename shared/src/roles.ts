import { districtBySlug } from './district.ts';

/** The roles of the domain and the scope in which each is held. */
export const ROLES = [
  'DISTRICT_COORDINATOR',
  'TEAM_MEMBER',
  'ORGANISATION_COORDINATOR',
  'VOLUNTEER',
  'PLACE_STAFF',
  'CITY_ANALYST',
  'AUDITOR',
  'ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * Standing that comes without a grant: anyone at all, anyone signed in, whoever holds a request's or a booking's code, our own timers;
 * who coordinates an organisation of a district's Network, and who may lead one of its meetings.
 */
export const STANDINGS = ['ANYONE', 'SIGNED_IN', 'CODE_HOLDER', 'TIMER', 'NETWORK_MEMBER', 'MEETING_DEPUTY', 'BOOKING_HOLDER'] as const;
export type Standing = (typeof STANDINGS)[number];

export type ScopeKind = 'district' | 'organisation' | 'place' | 'person' | 'request' | 'meeting' | 'booking' | 'city';

/** Which part of a subject a role's scope is compared with; a `city` role reaches every subject. */
export const SCOPE_OF: Record<Role | Standing, ScopeKind> = {
  DISTRICT_COORDINATOR: 'district',
  TEAM_MEMBER: 'district',
  ORGANISATION_COORDINATOR: 'organisation',
  VOLUNTEER: 'person',
  PLACE_STAFF: 'place',
  CITY_ANALYST: 'city',
  AUDITOR: 'city',
  ADMIN: 'city',
  ANYONE: 'city',
  SIGNED_IN: 'person',
  CODE_HOLDER: 'request',
  TIMER: 'city',
  NETWORK_MEMBER: 'district',
  MEETING_DEPUTY: 'meeting',
  BOOKING_HOLDER: 'booking',
};

/** One role held in one scope; `scope` is a district's slug, an id, or `null` for the whole city. */
export interface Grant {
  role: Role | Standing;
  scope: string | null;
}

/** Who acts. `personId` is null for a resident without an account. */
export interface Actor {
  personId: string | null;
  grants: readonly Grant[];
}

/** What an action is about; only the parts that matter to its scope. */
export interface Subject {
  district?: string;
  organisation?: string;
  place?: string;
  person?: string;
  request?: string;
  meeting?: string;
  booking?: string;
}

/** A timer that runs out acts as no person. */
export const TIMER: Actor = { personId: null, grants: [{ role: 'TIMER', scope: null }] };

export const ANYONE: Actor = { personId: null, grants: [{ role: 'ANYONE', scope: null }] };

/** Whether a role can be held in this scope: a district's slug, some id, or none for the whole city. */
export function scopeFits(role: Role, scope: string | null): boolean {
  const kind = SCOPE_OF[role];
  if (kind === 'city') return scope === null;
  return kind === 'person' || (scope !== null && (kind !== 'district' || districtBySlug(scope) !== undefined));
}

export function isRole(value: string): value is Role {
  return (ROLES as readonly string[]).includes(value);
}
