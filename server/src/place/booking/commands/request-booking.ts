import { check } from '@ww/shared/field-errors';
import { RequestBooking } from '@ww/shared/place/input';
import { command } from '../../../platform/command.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors.ts';
import type { Place } from '../../place/place.entity.ts';
import { aboutPlace, lockPlaceOf, type PlaceAnswer } from '../../place/place-record.ts';
import { book } from '../book.ts';
import { provenEmail, withProof } from '../proof.ts';

const request = command<typeof RequestBooking, Place, PlaceAnswer>({
  action: 'booking.request',
  input: RequestBooking,
  async load(tx, { roomId }) {
    const it = await lockPlaceOf(tx, 'room', roomId);
    return it && { it, subject: { place: it.id }, about: aboutPlace(it) };
  },
  async run(tx, place, { rulesVersion, proofId, code, name, phone, words, groupName, kind, key: _key, ...wish }) {
    if (kind === 'GROUP' && groupName === null) throw invalid([{ path: 'groupName', rule: 'required' }]);
    const email = await provenEmail(tx, { proofId, code });
    place.expectRules(rulesVersion);
    const wanted = {
      ...{ ...wish, kind, organisationId: null, groupName: kind === 'GROUP' ? groupName : null },
      ...{ borrower: tx.ctx.services.secrets.borrower(email), rulesNumber: rulesVersion },
    };
    const { id } = await book(tx, place, wanted, { name, email, phone, words }, 'BORROWER');
    return { id, placeId: place.id };
  },
});

/**
 * Without an account, by a code that was sent to the borrower's address; a resident, or a group with its name.
 * @throws AppError `INVALID` by field (`wrongCode`, `rulesVersion`, the house's limits) and `SPACE_TAKEN`, both with the times that
 * would do; `RATE_LIMITED` by proof.
 */
export async function requestBooking(ctx: Context, input: unknown): Promise<PlaceAnswer> {
  const checked = check(RequestBooking, input);
  return checked.ok ? withProof(ctx, checked.value.proofId, () => request(ctx, input)) : request(ctx, input);
}
