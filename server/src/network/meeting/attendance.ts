import type { Tx } from '../../platform/command.ts';
import { Attendance, Rsvp } from './rsvp.entity.ts';
import type { Meeting } from './meeting.entity.ts';

interface Arrival {
  id: string;
  personId: string | null;
  name: string;
  organisation: string | null;
  remote: boolean;
}

/** Somebody is there; whoever is there already stays so. */
export async function arrive(tx: Tx, meeting: Meeting, arrival: Arrival): Promise<void> {
  const { id, personId, name, organisation, remote } = arrival;
  await tx.em.execute(
    `insert into attendance (id, meeting_id, person_id, name, organisation, remote, arrived_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict do nothing`,
    [id, meeting.id, personId, name, organisation, remote, tx.now],
  );
  if (personId !== null) await announceTo(tx, meeting, personId);
}

/** Their own view of the meeting is read again; no letter follows, for nothing of their answer changed: a letter follows `rsvp`. */
export async function announceTo(tx: Tx, meeting: Meeting, personId: string): Promise<void> {
  const rsvp = await tx.em.findOne(Rsvp, { meetingId: meeting.id, personId });
  if (rsvp) tx.event({ topic: 'attendance', subjectId: rsvp.id, scope: personId, version: rsvp.version });
}

/** Whether somebody takes part: they were checked in, or have a seat. */
export async function takesPart(tx: Tx, meeting: Meeting, personId: string): Promise<boolean> {
  if ((await tx.em.count(Attendance, { meetingId: meeting.id, personId })) > 0) return true;
  return (await tx.em.count(Rsvp, { meetingId: meeting.id, personId, state: 'ACCEPTED' })) > 0;
}
