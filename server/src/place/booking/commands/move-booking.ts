import { MoveBooking } from '@ww/shared/place/input';
import { can } from '@ww/shared/policy';
import { bookingCommand } from '../booking-command.ts';
import { move } from '../move.ts';

/** By staff, or by the organisation that booked. @throws AppError as `move`. */
export const moveBooking = bookingCommand('booking.change', MoveBooking, async (tx, at, target) => {
  await move(tx, at, target, can(tx.actor, 'booking.answer', { place: at.place.id }) ? 'STAFF' : 'BORROWER');
  return undefined;
});
