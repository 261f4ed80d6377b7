import type { Tx } from '../../platform/command.ts';
import { factsFor, orTaken } from './book.ts';
import { expectRoom, refuse, withMonths, type BookingAt } from './booking-record.ts';
import { instead } from './facts.queries.ts';

interface Target {
  version: number;
  roomId: string;
  startsAt: Date;
  endsAt: Date;
}

/** Limits of borrowers bind neither the staff nor the Network; only the staff decide at once. */
export type MovedBy = 'STAFF' | 'NETWORK' | 'BORROWER';

/**
 * To another time or room, longer or shorter. Where the staff decides, a borrower's own move waits for an answer again, unless it
 * only gives time back or the house itself closed the old time.
 * @throws AppError `CONFLICT` once it is over; `STALE`; `INVALID` on `startsAt` (`sameTime`) onto itself, and by field as
 * `requestBooking`; `SPACE_TAKEN`; the last three with the times that would do.
 */
export async function move(
  tx: Tx,
  { booking, place }: BookingAt,
  { version, roomId, startsAt, endsAt }: Target,
  by: MovedBy,
): Promise<void> {
  booking.expectState('REQUESTED', 'APPROVED');
  booking.expectAhead(tx.now);
  booking.expect(version);
  const wish = { roomId, startsAt, endsAt, people: booking.people };
  const known = await factsFor(tx, place, by !== 'BORROWER', booking.id);
  // what has begun can still end earlier or later; nothing that has passed is proposed
  const begun = +startsAt === +booking.startsAt ? { now: Math.min(+tx.now, +startsAt - 1), earliest: tx.now } : {};
  const already = { roomId: booking.roomId, startsAt: booking.startsAt, endsAt: booking.endsAt };
  const facts = { ...known, ...begun, already };
  const isSameRoom = roomId === booking.roomId;
  if (isSameRoom && +startsAt === +booking.startsAt && +endsAt === +booking.endsAt)
    refuse(await withMonths(tx, facts, booking, wish), wish, [{ path: 'startsAt', rule: 'sameTime' }]);
  const room = await expectRoom(tx, facts, booking, wish);
  const isWithin = isSameRoom && startsAt >= booking.startsAt && endsAt <= booking.endsAt;
  const asksAgain = by !== 'STAFF' && place.approval === 'STAFF' && !isWithin && booking.suspendedAt === null;
  booking.put(room, startsAt, endsAt);
  Object.assign(booking, { suspendedAt: null, ...(asksAgain ? { state: 'REQUESTED', answeredAt: null, answeredBy: null } : {}) });
  booking.version++;
  await orTaken(tx.em.flush(), () => instead(facts, wish));
}
