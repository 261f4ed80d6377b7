import type { World } from './world.ts';

export interface EventRow {
  topic: string;
  subject_id: string;
  scope: string | null;
  version: number;
  position: string;
}

export interface AuditRow {
  action: string;
  actor_id: string | null;
  actor_name: string | null;
  subject_type: string;
  subject_label: string | null;
  district: string | null;
  outcome: string;
  reason: string | null;
  to_name: string | null;
}

/** The events of a subject, in commit order. */
export function eventsOf(world: World, subjectId: string): Promise<EventRow[]> {
  return world.orm.em
    .fork()
    .execute<EventRow[]>('select topic, subject_id, scope, version, position from event where subject_id = ? order by position', [
      subjectId,
    ]);
}

/** The audit entries of a subject, oldest first. */
export function auditOf(world: World, subjectId: string): Promise<AuditRow[]> {
  return world.orm.em
    .fork()
    .execute<AuditRow[]>(
      'select action, actor_id, actor_name, subject_type, subject_label, district, outcome, reason, to_name from audit_entry where subject_id = ? order by at, id',
      [subjectId],
    );
}
