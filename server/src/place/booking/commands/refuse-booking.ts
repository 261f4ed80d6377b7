import { RefuseBooking } from '@ww/shared/place/input';
import { demandSignedIn } from '../../../platform/demand.ts';
import { bookingCommand } from '../booking-command.ts';

/** With the reason that the borrower reads. @throws AppError `STALE`; `CONFLICT` unless it waits for an answer. */
export const refuseBooking = bookingCommand('booking.answer', RefuseBooking, (tx, { booking }, { version, reason }) => {
  booking.expectState('REQUESTED');
  booking.expect(version);
  booking.answer('REFUSED', demandSignedIn(tx.ctx).displayName, reason, tx.now);
  return { reason };
});
