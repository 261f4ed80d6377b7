import { LockMode } from '@mikro-orm/core';
import { can, type Action } from '@ww/shared/policy';
import type { Actor, Subject } from '@ww/shared/roles';
import type { Loaded, Tx } from '../platform/command.ts';
import type { AuditOf } from '../platform/outbox.ts';
import { Volunteer } from './volunteer.entity.ts';

/** Whose volunteer it is, for the policy: the person's own, the organisation's, or else the district's. */
export function subjectOf(volunteer: Volunteer): Subject {
  return {
    ...(volunteer.personId ? { person: volunteer.personId } : {}),
    ...(volunteer.organisationId ? { organisation: volunteer.organisationId } : { district: volunteer.district }),
  };
}

/** To whom a volunteer is known: to the host, and to the Team of each district served. */
function subjectsOf(volunteer: Volunteer): Subject[] {
  return [subjectOf(volunteer), ...volunteer.districts.map((district) => ({ district }))];
}

/** As what this actor may do the action to the volunteer; as the host's, where they may not. */
export function subjectFor(actor: Actor, action: Action, volunteer: Volunteer): Subject {
  return subjectsOf(volunteer).find((subject) => can(actor, action, subject)) ?? subjectOf(volunteer);
}

export function aboutVolunteer(volunteer: Volunteer): AuditOf {
  return { subjectType: 'volunteer', subjectId: volunteer.id, district: volunteer.district };
}

/** The volunteer, locked until the commit. */
export async function loadVolunteer(tx: Tx, id: string): Promise<Loaded<Volunteer> | null> {
  const it = await tx.em.findOne(Volunteer, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return it ? { it, subject: subjectOf(it), about: aboutVolunteer(it) } : null;
}

/** An event for each district where the volunteer counts, or counted before: lists and figures of these are read again. */
export function announceVolunteer(
  tx: Tx,
  { id, district, districts, version }: Pick<Volunteer, 'id' | 'district' | 'districts' | 'version'>,
  before: readonly string[] = [],
): void {
  for (const scope of new Set([district, ...districts, ...before])) tx.event({ topic: 'volunteer', subjectId: id, scope, version });
}
