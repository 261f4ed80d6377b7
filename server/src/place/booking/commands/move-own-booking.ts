import { MoveOwnBooking } from '@ww/shared/place/input';
import { command } from '../../../platform/command.ts';
import type { PlaceAnswer } from '../../place/place-record.ts';
import { aboutBooking, announceBooking, type BookingAt } from '../booking-record.ts';
import { move } from '../move.ts';
import { loadOwnBooking } from '../own-booking.ts';

/** By whoever holds the booking's code. @throws AppError as `move`. */
export const moveOwnBooking = command<typeof MoveOwnBooking, BookingAt, PlaceAnswer>({
  action: 'booking.move-own',
  input: MoveOwnBooking,
  load: (tx, { code }) => loadOwnBooking(tx, code),
  async run(tx, at, target) {
    await move(tx, at, target, 'BORROWER');
    announceBooking(tx, at.booking);
    tx.audit(aboutBooking(at.booking, at.place));
    return { id: at.booking.id, placeId: at.place.id };
  },
});
