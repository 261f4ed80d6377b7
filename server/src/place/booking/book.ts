import { DriverException } from '@mikro-orm/core';
import type { BorrowerKind, Purpose } from '@ww/shared/place/terms';
import type { Tx } from '../../platform/command.ts';
import { spaceTaken } from '../../platform/errors.ts';
import { insertNew } from '../../platform/insert.ts';
import type { Place } from '../place/place.entity.ts';
import { aboutBooking, announceBooking, expectRoom } from './booking-record.ts';
import { Booking, BookingPrivate } from './booking.entity.ts';
import { factsOf, instead } from './facts.queries.ts';

/** A booking as it is wanted. */
export interface Wanted {
  id: string;
  roomId: string;
  startsAt: Date;
  endsAt: Date;
  people: number;
  purpose: Purpose;
  kind: BorrowerKind;
  organisationId: string | null;
  meetingId?: string;
  groupName: string | null;
  /** Whose limit of a month it counts for. */
  borrower: string | null;
  rulesNumber: number | null;
}

export interface Contact {
  name: string | null;
  email: string | null;
  phone: string | null;
  words: string | null;
}

/** Who books: the staff, by name, approve at once; the Network is bound by the house alone, as they are; a borrower by all its limits. */
export type BookedBy = { staff: string } | 'NETWORK' | 'BORROWER';

/** Limits that bind borrowers and not the staff: those of the house remain (hours, size, one at a time). */
const STAFF_LIMITS = { shortestMinutes: 15, longestMinutes: 24 * 60, daysAhead: 2 * 366, perMonth: Infinity } as const;

/** The facts that a step goes by. @param byStaff who is bound by the house alone */
export async function factsFor(tx: Tx, place: Place, byStaff: boolean, without: string | null = null) {
  const facts = await factsOf(tx.em, place, tx.now, without);
  return byStaff ? { ...facts, limits: { ...facts.limits, ...STAFF_LIMITS } } : facts;
}

/**
 * Books a room, or asks for it where the house has its staff decide. The code's holder can change it later.
 * @throws AppError `INVALID` by field and `SPACE_TAKEN`, both with the times that would do; `INVALID` on `id` (`taken`).
 */
export async function book(tx: Tx, place: Place, wanted: Wanted, contact: Contact, by: BookedBy): Promise<Booking> {
  const facts = await factsFor(tx, place, by !== 'BORROWER');
  const room = await expectRoom(tx, facts, { ...wanted, placeId: place.id }, wanted);
  const { secrets } = tx.ctx.services;
  const staff = typeof by === 'string' ? null : by.staff;
  const isApproved = staff !== null || place.approval === 'AT_ONCE';
  const booking = Object.assign(new Booking(), {
    ...{
      ...wanted,
      meetingId: wanted.meetingId ?? null,
      placeId: place.id,
      state: isApproved ? 'APPROVED' : 'REQUESTED',
      suspendedAt: null,
      reason: null,
      version: 1,
    },
    ...{ codeHash: secrets.codeHash(secrets.bookingCode(wanted.id)), requestedAt: tx.now },
    ...{ answeredAt: isApproved ? tx.now : null, answeredBy: staff },
  } as const);
  booking.put(room, wanted.startsAt, wanted.endsAt);
  await orTaken(insertNew(tx, booking), () => instead(facts, wanted));
  tx.em.persist(Object.assign(new BookingPrivate(), { bookingId: booking.id, ...contact }));
  announceBooking(tx, booking);
  tx.audit(aboutBooking(booking, place));
  return booking;
}

/** SQLSTATE of an exclusion constraint. */
const EXCLUDED = '23P01';

/** The database has the last word on two in one room. @throws AppError `SPACE_TAKEN`. */
export async function orTaken(written: Promise<void>, others: () => ReturnType<typeof instead>): Promise<void> {
  await written.catch((error: unknown) => {
    throw error instanceof DriverException && error.code === EXCLUDED ? spaceTaken(others()) : error;
  });
}
