import { EnterBooking } from '@ww/shared/place/input';
import { command } from '../../../platform/command.ts';
import { demandSignedIn } from '../../../platform/demand.ts';
import type { Place } from '../../place/place.entity.ts';
import { aboutPlace, lockPlaceOf, type PlaceAnswer } from '../../place/place-record.ts';
import { book } from '../book.ts';

/**
 * By staff, approved at once: for somebody on the phone or at the door, or for the place itself. The limits of borrowers don't bind.
 * @throws AppError `INVALID` by field (hours, size) and `SPACE_TAKEN`, both with the times that would do.
 */
export const enterBooking = command<typeof EnterBooking, Place, PlaceAnswer>({
  action: 'booking.enter',
  input: EnterBooking,
  async load(tx, { roomId }) {
    const it = await lockPlaceOf(tx, 'room', roomId);
    return it && { it, subject: { place: it.id }, about: aboutPlace(it) };
  },
  async run(tx, place, { name, email, phone, words, key: _key, ...wish }) {
    const signedIn = demandSignedIn(tx.ctx);
    const borrower = email === null ? null : tx.ctx.services.secrets.borrower(email);
    const groupName = wish.kind === 'GROUP' ? wish.groupName : null;
    const wanted = { ...wish, groupName, organisationId: null, borrower, rulesNumber: null };
    const { id } = await book(tx, place, wanted, { name, email, phone, words }, { staff: signedIn.displayName });
    return { id, placeId: place.id };
  },
});
