import { normaliseCode } from '@ww/shared/id';
import type { Actor } from '@ww/shared/roles';
import type { Loaded, Tx } from '../../platform/command.ts';
import type { Context } from '../../platform/context.ts';
import type { Em } from '../../platform/orm.ts';
import { loadBooking, type BookingAt } from './booking-record.ts';
import { Booking } from './booking.entity.ts';

/** The actor that a booking's code makes of whoever holds it. */
export function bookingHolder(bookingId: string): Actor {
  return { personId: null, grants: [{ role: 'BOOKING_HOLDER', scope: bookingId }] };
}

/** The booking of a code; null for a wrong one. Stored codes are hashed, so this compares hashes. */
export async function findByCode(em: Em, ctx: Context, typed: string): Promise<Booking | null> {
  const code = normaliseCode(typed);
  return code ? em.findOne(Booking, { codeHash: ctx.services.secrets.codeHash(code) }) : null;
}

/** The booking of a code once the calendar of its place is locked; its holder acts as no person. */
export async function loadOwnBooking(tx: Tx, code: string): Promise<Loaded<BookingAt> | null> {
  const found = await findByCode(tx.em.fork({ keepTransactionContext: true }), tx.ctx, code);
  const loaded = found && (await loadBooking(tx, found.id));
  return loaded && { ...loaded, subject: { booking: loaded.it.booking.id }, actor: bookingHolder(loaded.it.booking.id) };
}
