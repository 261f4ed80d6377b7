import { RevealBooking } from '@ww/shared/place/input';
import { command } from '../../../platform/command.ts';
import { RATE_LIMITS } from '../../../platform/limits.ts';
import type { Revealed } from '../../../platform/reveal.ts';
import { loadBooking, type BookingAt, aboutBooking } from '../booking-record.ts';

/** Writes down who looks at who borrows and how they are reached. The data is read afterwards, so that the key's row never holds it. */
export const revealBooking = command<typeof RevealBooking, BookingAt, Revealed>({
  action: 'booking.reveal',
  input: RevealBooking,
  limit: RATE_LIMITS.reveal,
  load: (tx, { id }) => loadBooking(tx, id),
  run(tx, { booking, place }) {
    tx.audit(aboutBooking(booking, place));
    return Promise.resolve({ id: booking.id, revealedAt: tx.now.toISOString() });
  },
});
