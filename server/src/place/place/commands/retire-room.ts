import { RetireRoom } from '@ww/shared/place/input';
import { ACTIVE_BOOKINGS } from '@ww/shared/place/terms';
import { invalid } from '../../../platform/errors.ts';
import { Booking } from '../../booking/booking.entity.ts';
import { roomCommand } from '../place-command.ts';

/** The room is lent no more. @throws AppError `STALE`; `INVALID` on `id` (`roomInUse`) while something is still to take place in it. */
export const retireRoom = roomCommand(RetireRoom, async (tx, { room }, { version }) => {
  room.expect(version);
  const ahead = await tx.em.count(Booking, { roomId: room.id, state: { $in: [...ACTIVE_BOOKINGS] }, endsAt: { $gt: tx.now } });
  if (ahead > 0) throw invalid([{ path: 'id', rule: 'roomInUse', limit: ahead }]);
  room.retiredAt = tx.now;
});
