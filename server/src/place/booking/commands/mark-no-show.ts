import { MarkNoShow } from '@ww/shared/place/input';
import { invalid } from '../../../platform/errors.ts';
import { bookingCommand, nameOf } from '../booking-command.ts';

/** Nobody came; it still counts for the month. @throws AppError `CONFLICT` unless it was approved; `INVALID` before it has begun. */
export const markNoShow = bookingCommand('booking.answer', MarkNoShow, (tx, { booking }) => {
  booking.expectState('APPROVED');
  if (booking.startsAt > tx.now) throw invalid([{ path: 'id', rule: 'tooFarAhead', limit: 0 }]);
  booking.answer('NO_SHOW', nameOf(tx), null, tx.now);
  return undefined;
});
