import { WithdrawOwnBooking } from '@ww/shared/place/input';
import { command } from '../../../platform/command.ts';
import type { PlaceAnswer } from '../../place/place-record.ts';
import { aboutBooking, announceBooking, type BookingAt } from '../booking-record.ts';
import { loadOwnBooking } from '../own-booking.ts';

/** The borrower does without; the room is free at once. @throws AppError `CONFLICT` once it is over or answered with no. */
export const withdrawOwnBooking = command<typeof WithdrawOwnBooking, BookingAt, PlaceAnswer>({
  action: 'booking.withdraw-own',
  input: WithdrawOwnBooking,
  load: (tx, { code }) => loadOwnBooking(tx, code),
  run(tx, { booking, place }) {
    booking.expectState('REQUESTED', 'APPROVED');
    booking.expectAhead(tx.now);
    booking.answer('WITHDRAWN', null, null, tx.now);
    announceBooking(tx, booking);
    tx.audit(aboutBooking(booking, place));
    return Promise.resolve({ id: booking.id, placeId: place.id });
  },
});
