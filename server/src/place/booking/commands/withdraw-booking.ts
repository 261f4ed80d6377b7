import { WithdrawBooking } from '@ww/shared/place/input';
import { can } from '@ww/shared/policy';
import { demandSignedIn } from '../../../platform/demand.ts';
import { invalid } from '../../../platform/errors.ts';
import { bookingCommand } from '../booking-command.ts';

/**
 * Called off: by staff with a reason, by the organisation that booked without.
 * @throws AppError `CONFLICT` once it is over or answered; `INVALID` on `reason` (`required`) for staff.
 */
export const withdrawBooking = bookingCommand('booking.change', WithdrawBooking, (tx, { booking, place }, { reason }) => {
  booking.expectState('REQUESTED', 'APPROVED');
  booking.expectAhead(tx.now);
  const byStaff = can(tx.actor, 'booking.answer', { place: place.id });
  if (byStaff && reason === null) throw invalid([{ path: 'reason', rule: 'required' }]);
  booking.answer('WITHDRAWN', byStaff ? demandSignedIn(tx.ctx).displayName : null, reason, tx.now);
  return reason === null ? undefined : { reason };
});
