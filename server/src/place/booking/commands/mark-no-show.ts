import { MarkNoShow } from '@ww/shared/place/input';
import { demandSignedIn } from '../../../platform/demand.ts';
import { invalid } from '../../../platform/errors.ts';
import { bookingCommand } from '../booking-command.ts';

/** Nobody came; it still counts for the month. @throws AppError `CONFLICT` unless it was approved; `INVALID` before it has begun. */
export const markNoShow = bookingCommand('booking.answer', MarkNoShow, (tx, { booking }) => {
  booking.expectState('APPROVED');
  if (booking.startsAt > tx.now) throw invalid([{ path: 'id', rule: 'tooFarAhead', limit: 0 }]);
  booking.answer('NO_SHOW', demandSignedIn(tx.ctx).displayName, null, tx.now);
  return undefined;
});
