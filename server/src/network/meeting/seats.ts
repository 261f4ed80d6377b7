import { LockMode } from '@mikro-orm/core';
import type { Tx } from '../../platform/command.ts';
import { seatsTaken } from '../../platform/errors.ts';
import { announceMeeting } from './meeting-record.ts';
import { Meeting } from './meeting.entity.ts';
import { Rsvp, RsvpPrivate } from './rsvp.entity.ts';
import { losersOf } from './seats.queries.ts';

/** A letter to that person follows. */
export function announceRsvp(tx: Tx, rsvp: Rsvp): void {
  rsvp.version += 1;
  tx.event({ topic: 'rsvp', subjectId: rsvp.id, scope: rsvp.personId, version: rsvp.version });
}

/** The seats up to this number that nobody holds, the lowest first. */
async function freeSeats(tx: Tx, meetingId: string, upTo: number): Promise<number[]> {
  const free = await tx.em.execute<{ number: number }[]>(
    `select s.number from meeting_seat s where s.meeting_id = ? and s.number <= ?
       and not exists (select 1 from rsvp r where r.meeting_id = s.meeting_id and r.seat = s.number) order by s.number`,
    [meetingId, upTo],
  );
  return free.map(({ number }) => number);
}

/** The lowest seat that nobody holds. */
export async function freeSeat(tx: Tx, { id, seats }: Meeting): Promise<number | null> {
  return (await freeSeats(tx, id, seats))[0] ?? null;
}

/** Gives what seats are free to those who wait, in the order of signing up; each is told. Nobody moves up once it has begun. */
export async function moveUp(tx: Tx, meeting: Meeting): Promise<void> {
  if (!meeting.takesAnswers(tx.now)) return;
  // a seat that was given up must be free in the database before it is given on
  await tx.em.flush();
  const free = await freeSeats(tx, meeting.id, meeting.seats);
  if (free.length === 0) return;
  const first = { orderBy: { place: 'asc' }, limit: free.length } as const;
  const next = await tx.em.find(Rsvp, { meetingId: meeting.id, state: 'WAITING' }, first);
  for (const [index, rsvp] of next.entries()) {
    Object.assign(rsvp, { state: 'ACCEPTED', seat: free[index] });
    announceRsvp(tx, rsvp);
  }
  await tx.em.flush();
}

/** The rows of a new meeting's seats. */
export async function addSeats(tx: Tx, meetingId: string, from: number, to: number): Promise<void> {
  await tx.em.execute('insert into meeting_seat (meeting_id, number) select ?, generate_series(?::int, ?::int)', [meetingId, from, to]);
}

/**
 * More seats, or fewer: those who lose theirs wait from then on, ahead of all who waited before, and are told.
 * @param losing the sign-ups that the caller was shown; others than those who would lose their seat refuse it
 * @throws AppError `SEATS_TAKEN`
 */
export async function setSeats(tx: Tx, meeting: Meeting, seats: number, losing: readonly string[]): Promise<void> {
  const before = meeting.seats;
  meeting.seats = seats;
  if (seats > before) await addSeats(tx, meeting.id, before + 1, seats);
  if (seats < before) await takeSeats(tx, meeting, seats, losing);
}

async function takeSeats(tx: Tx, meeting: Meeting, seats: number, losing: readonly string[]): Promise<void> {
  const losers = await losersOf(tx.em, meeting.id, seats);
  const agreed = new Set(losing);
  if (agreed.size !== losers.length || losers.some(({ id }) => !agreed.has(id))) throw seatsTaken();
  for (const rsvp of losers) {
    Object.assign(rsvp, { state: 'WAITING', seat: null });
    announceRsvp(tx, rsvp);
  }
  await tx.em.flush();
  const left = await freeSeats(tx, meeting.id, seats);
  const beyond = await tx.em.find(Rsvp, { meetingId: meeting.id, seat: { $gt: seats } });
  for (const [index, rsvp] of beyond.entries()) rsvp.seat = left[index] ?? null;
  await tx.em.flush();
  await tx.em.execute('delete from meeting_seat where meeting_id = ? and number > ?', [meeting.id, seats]);
}

/** Gives up the seats of an organisation that leaves the Network, in all meetings ahead, and forgets what its people need there. Meetings are locked in the order of their ids. */
export async function releaseRsvpsOf(tx: Tx, district: string, organisationId: string): Promise<void> {
  const ahead = await tx.em.find(
    Meeting,
    { district, state: 'PUBLISHED' },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const meeting of ahead) {
    const theirs = await tx.em.find(Rsvp, { meetingId: meeting.id, organisationId, state: { $in: ['ACCEPTED', 'WAITING'] } });
    for (const rsvp of theirs) {
      Object.assign(rsvp, { state: 'DECLINED', seat: null, interpreter: false, interpreterLate: false, hasNeeds: false });
      await tx.em.nativeDelete(RsvpPrivate, { rsvpId: rsvp.id });
      announceRsvp(tx, rsvp);
    }
    if (theirs.length === 0) continue;
    await moveUp(tx, meeting);
    announceMeeting(tx, meeting);
  }
}

/** What people need to take part may tell of their health: it is forgotten once nobody will, for then it can't be taken back either. */
export async function forgetNeeds(tx: Tx, { id }: Meeting): Promise<void> {
  await tx.em.execute('delete from rsvp_private p using rsvp r where r.id = p.rsvp_id and r.meeting_id = ?', [id]);
  await tx.em.execute('update rsvp set has_needs = false where meeting_id = ? and has_needs', [id]);
}
