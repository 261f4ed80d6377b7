import { BookForOrganisation } from '@ww/shared/place/input';
import { command } from '../../../platform/command.ts';
import { demandSignedIn } from '../../../platform/demand.ts';
import type { Place } from '../../place/place.entity.ts';
import { aboutPlace, lockPlaceOf, type PlaceAnswer } from '../../place/place-record.ts';
import { book } from '../book.ts';

/**
 * By a coordinator, for their organisation; the organisation's own limit of a month counts.
 * @throws AppError as `requestBooking`, without a code.
 */
export const bookForOrganisation = command<typeof BookForOrganisation, Place, PlaceAnswer>({
  action: 'booking.request-for',
  input: BookForOrganisation,
  async load(tx, { roomId, organisationId }) {
    const it = await lockPlaceOf(tx, 'room', roomId);
    return it && { it, subject: { place: it.id, organisation: organisationId }, about: aboutPlace(it) };
  },
  async run(tx, place, { rulesVersion, words, organisationId, key: _key, ...wish }) {
    const signedIn = demandSignedIn(tx.ctx);
    place.expectRules(rulesVersion);
    const wanted = {
      ...wish,
      kind: 'ORGANISATION',
      organisationId,
      groupName: null,
      borrower: organisationId,
      rulesNumber: rulesVersion,
    } as const;
    const contact = { name: signedIn.displayName, email: signedIn.email, phone: null, words };
    const { id } = await book(tx, place, wanted, contact, 'BORROWER');
    return { id, placeId: place.id };
  },
});
