import { LockMode } from '@mikro-orm/core';
import { can } from '@ww/shared/policy';
import type { Actor, Subject } from '@ww/shared/roles';
import type { Loaded, Tx } from '../../platform/command.ts';
import { conflict } from '../../platform/errors.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import { Meeting } from './meeting.entity.ts';

export function aboutMeeting({ id, district }: Pick<Meeting, 'id' | 'district'>): AuditOf {
  return { subjectType: 'meeting', subjectId: id, district };
}

export const subjectOf = ({ id, district }: Pick<Meeting, 'id' | 'district'>): Subject => ({ district, meeting: id });

/** The actor with what follows from being named as one who may lead this meeting, for as long as they are in the Network. */
export function asDeputy(actor: Actor, { id, district, deputyIds }: Pick<Meeting, 'id' | 'district' | 'deputyIds'>): Actor {
  if (actor.personId === null || !deputyIds.includes(actor.personId) || !can(actor, 'network.read', { district })) return actor;
  return { ...actor, grants: [...actor.grants, { role: 'MEETING_DEPUTY', scope: id }] };
}

/** Whether a meeting that was never published may be seen. */
export const seesDrafts = (actor: Actor, district: string): boolean => can(actor, 'meeting.call', { district });

/** Whether it is nobody's but its coordinators': a draft, or one that was called off as a draft. */
export const isHidden = (actor: Actor, { publishedAt, district }: Meeting): boolean => !publishedAt && !seesDrafts(actor, district);

/** The meeting, locked until the commit: whatever happens in one meeting happens one after another. */
export async function loadMeeting(tx: Tx, id: string): Promise<Loaded<Meeting> | null> {
  const it = await tx.em.findOne(Meeting, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!it) return null;
  // of no district, so that whoever tries it is refused and written down
  const subject = isHidden(tx.actor, it) ? {} : subjectOf(it);
  return { it, subject, about: aboutMeeting(it), actor: asDeputy(tx.actor, it) };
}

/** The meeting to which something belongs, locked as by `loadMeeting`. */
export async function loadMeetingOf(
  tx: Tx,
  table: 'agenda_item' | 'speaker' | 'arrangement' | 'rsvp' | 'attendance',
  id: string,
): Promise<Loaded<Meeting> | null> {
  const [found] = await tx.em.execute<{ meeting_id: string }[]>(`select meeting_id from ${table} where id = ?`, [id]);
  return found ? loadMeeting(tx, found.meeting_id) : null;
}

/** Tells that something in the meeting changed. */
export function announceMeeting(tx: Tx, meeting: Meeting): void {
  meeting.version += 1;
  tx.event({ topic: 'meeting', subjectId: meeting.id, scope: meeting.district, version: meeting.version });
}

/** Tells that something which a meeting shows, and does not hold, changed: its row is neither locked nor touched, so no two wait for each other. */
export function announceAround(tx: Tx, { id, district, version }: Pick<Meeting, 'id' | 'district' | 'version'>): void {
  tx.event({ topic: 'meeting', subjectId: id, scope: district, version });
}

/** @throws AppError `CONFLICT` with the state that the meeting is in. */
export function expectState(meeting: Meeting, ...states: Meeting['state'][]): void {
  if (states.includes(meeting.state)) return;
  const at = meeting.endedAt ?? meeting.cancelledAt ?? meeting.startedAt;
  throw conflict({ by: null, at: at?.toISOString() ?? null, state: meeting.state });
}
