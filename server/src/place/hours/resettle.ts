import { hitBy } from '@ww/shared/place/clock';
import { ACTIVE_BOOKINGS } from '@ww/shared/place/terms';
import type { Tx } from '../../platform/command.ts';
import { announceBooking } from '../booking/booking-record.ts';
import { Booking } from '../booking/booking.entity.ts';
import type { Place } from '../place/place.entity.ts';
import { clockOf } from './clock.queries.ts';

/**
 * After any change of the clock: what is still to take place and no longer fits it is suspended, what fits again comes back.
 * In the same transaction, under the place's lock, so that no booking is ever between two clocks. A suspended booking keeps its room.
 */
export async function resettle(tx: Tx, place: Place): Promise<void> {
  await tx.em.flush();
  const bookings = await tx.em.find(Booking, { placeId: place.id, state: { $in: [...ACTIVE_BOOKINGS] }, endsAt: { $gt: tx.now } });
  const hit = new Set(hitBy(await clockOf(tx.em, place.id, tx.now), bookings));
  for (const booking of bookings) {
    if (hit.has(booking) === (booking.suspendedAt !== null)) continue;
    booking.suspendedAt = hit.has(booking) ? tx.now : null;
    booking.version++;
    announceBooking(tx, booking);
  }
}
