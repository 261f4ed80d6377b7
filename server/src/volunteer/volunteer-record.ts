import { LockMode } from '@mikro-orm/core';
import type { Subject } from '@ww/shared/roles';
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
