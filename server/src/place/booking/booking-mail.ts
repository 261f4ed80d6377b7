import { UNDO_WINDOW_MS } from '@ww/shared/request/transitions';
import type { AfterCommit, AfterCommitDeps } from '../../platform/after-commit.ts';
import type { Standing } from '../../platform/calendar.ts';
import { jobIdOf } from '../../platform/jobs.ts';
import type { Em } from '../../platform/orm.ts';
import { Place, Room } from '../place/place.entity.ts';
import { Booking, BookingPrivate, BookingProof } from './booking.entity.ts';
import { bookingMail, codeMail, type BookingLetterKind } from './mails.ts';
import { waysOut } from './week.queries.ts';

const QUEUE = 'booking-mail';
const CODE_QUEUE = 'booking-code-mail';

/** Sends the code of a proof to its address, unless it has run out by then. */
export async function proofLetters({ services: { orm, clock, secrets }, jobs, mail }: AfterCommitDeps): Promise<AfterCommit> {
  await jobs.work(CODE_QUEUE, async (data) => {
    const { proofId } = data as { proofId: string };
    const proof = await orm.em.fork().findOne(BookingProof, { id: proofId, expiresAt: { $gt: clock.now() } });
    if (proof) await mail.send({ ...codeMail(proof.email, secrets.proofCode(proof.id)), id: proof.id });
  });
  return async ({ topic, subjectId }) => {
    if (topic === 'proof') await jobs.send(CODE_QUEUE, { proofId: subjectId }, subjectId);
  };
}

/** What a borrower has to know, in one word: a booking that comes back to it is not told again. */
interface Known {
  state: Booking['state'];
  isSuspended: boolean;
  /** A letter has put it into the borrower's calendar, and none has taken it out. */
  isInCalendar: boolean;
  visit: string;
}

type Tellable = Pick<Booking, 'state' | 'suspendedAt' | 'roomId' | 'startsAt' | 'endsAt'>;
export function knownOf({ state, suspendedAt, roomId, startsAt, endsAt }: Tellable, before: Known | null = null): Known {
  const isSuspended = suspendedAt !== null;
  const isToBe = state === 'APPROVED' || (state === 'REQUESTED' && before?.isInCalendar === true);
  return {
    ...{ state, isSuspended, isInCalendar: isToBe && !isSuspended },
    visit: `${roomId} ${startsAt.toISOString()} ${endsAt.toISOString()}`,
  };
}

/** What the borrower's calendar does; null where it has heard nothing of the booking and is to hear nothing. */
function standingOf(before: Known | null, now: Known): Standing | null {
  if (!now.isInCalendar) return before?.isInCalendar ? 'OUT' : null;
  return now.state === 'APPROVED' ? 'ACCEPTED' : 'WAITING';
}

/** Which letter tells the difference; null where there is nothing to tell. */
function letterOf(before: Known | null, now: Known, booking: Booking): BookingLetterKind | null {
  if (now.state === 'NO_SHOW') return null;
  if (now.state === 'REFUSED') return 'refused';
  // whoever gives a room back knows it, and their calendar does not
  if (now.state === 'WITHDRAWN' && booking.answeredBy) return 'withdrawn';
  if (now.state === 'WITHDRAWN') return before?.isInCalendar ? 'givenBack' : null;
  if (now.isSuspended) return before?.isSuspended && before.visit === now.visit ? null : 'suspended';
  // an answer, or that one is awaited again, matters more than where it is: each letter names the time
  if (before?.state !== now.state) return now.state === 'APPROVED' ? 'approved' : 'requested';
  return before.isSuspended && before.visit === now.visit ? 'restored' : 'moved';
}

/** Tells a borrower by e-mail what their booking is now, once and after the undo window; what has changed back by then is not told. */
export async function bookingLetters({ services, jobs, mail, origin }: AfterCommitDeps): Promise<AfterCommit> {
  const { orm, clock, secrets } = services;
  await jobs.work(QUEUE, async (data) => {
    const { bookingId, version } = data as { bookingId: string; version: number };
    const em = orm.em.fork();
    const booking = await em.findOne(Booking, { id: bookingId });
    const to = (await em.findOne(BookingPrivate, { bookingId }))?.email;
    // what it has become since is told by that change's own job, once that one can no longer be undone
    if (!booking || !to || booking.version > version) return;
    const told = await toldOf(em, bookingId);
    const before = told === null ? null : (JSON.parse(told) as Known);
    const now = knownOf(booking, before);
    const what = JSON.stringify(now);
    if (told === what) return;
    const kind = letterOf(before, now, booking);
    if (kind) {
      const letter = bookingMail({
        ...{ kind, id: bookingId, version: booking.version, standing: standingOf(before, now) },
        ...{ to, from: mail.from, origin, now: clock.now(), ...opensOf(booking) },
        ...(await factsFor(em, booking, kind === 'suspended', clock.now())),
      });
      await mail.send({ ...letter, id: jobIdOf(QUEUE, `${bookingId}:${String(booking.version)}`) });
    }
    await remember(em, bookingId, what);
  });
  const opensOf = ({ kind, id }: Booking) => ({
    path: kind === 'NETWORK' ? ('/siec' as const) : ('/rezerwacja' as const),
    code: kind === 'ORGANISATION' || kind === 'NETWORK' ? null : secrets.bookingCode(id),
  });
  return async ({ topic, subjectId, version }) => {
    if (topic !== 'booking') return;
    const startAfter = new Date(clock.now().getTime() + UNDO_WINDOW_MS);
    await jobs.send(QUEUE, { bookingId: subjectId, version }, jobIdOf(QUEUE, `${subjectId}:${String(version)}`), startAfter);
  };
}

async function factsFor(em: Em, booking: Booking, isSuspended: boolean, now: Date) {
  const place = await em.findOneOrFail(Place, { id: booking.placeId });
  const rooms = await em.find(Room, { placeId: place.id });
  const nameOf = (id: string) => rooms.find((room) => room.id === id)?.name ?? '';
  const others = isSuspended ? await waysOut(em, place, booking, now) : [];
  return {
    ...{ placeName: place.name, address: place.address, phone: place.phone, reason: booking.reason ?? null },
    ...{ roomName: nameOf(booking.roomId), startsAt: booking.startsAt, endsAt: booking.endsAt },
    others: others.map(({ roomId, startsAt, endsAt }) => ({ roomName: nameOf(roomId), startsAt, endsAt })),
  };
}

async function toldOf(em: Em, bookingId: string): Promise<string | null> {
  const [told] = await em.execute<{ what: string }[]>('select what from booking_told where booking_id = ?', [bookingId]);
  return told?.what ?? null;
}

async function remember(em: Em, bookingId: string, what: string): Promise<void> {
  await em.execute(
    'insert into booking_told (booking_id, what) values (?, ?) on conflict (booking_id) do update set what = excluded.what',
    [bookingId, what],
  );
}
