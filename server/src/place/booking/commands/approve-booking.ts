import { ApproveBooking } from '@ww/shared/place/input';
import { demandSignedIn } from '../../../platform/demand.ts';
import { bookingCommand } from '../booking-command.ts';
import { factsFor, orTaken } from '../book.ts';
import { expectRoom } from '../booking-record.ts';
import { instead } from '../facts.queries.ts';

/**
 * From now on the room is held. Of two that were asked for at one time the second can't be approved.
 * @throws AppError `STALE`; `CONFLICT` unless it waits for an answer; `INVALID` where it is too late or the place is closed then;
 * `SPACE_TAKEN` with the times that would do.
 */
export const approveBooking = bookingCommand('booking.answer', ApproveBooking, async (tx, { booking, place }, { version }) => {
  booking.expectState('REQUESTED');
  booking.expect(version);
  const facts = await factsFor(tx, place, true, booking.id);
  await expectRoom(tx, facts, booking, booking);
  booking.answer('APPROVED', demandSignedIn(tx.ctx).displayName, null, tx.now);
  await orTaken(tx.em.flush(), () => instead(facts, booking));
  return undefined;
});
