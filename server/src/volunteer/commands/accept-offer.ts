import { AcceptOffer } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { notFound } from '../../platform/errors.ts';
import { giverOf, recordChange } from '../../request/request-command.ts';
import { loadOffer, ownSubject, type OfferAt } from '../offer-command.ts';
import { expectOpen, take } from '../task-flow.ts';

/**
 * The volunteer says yes. @throws AppError `CONFLICT`: `ACCEPTED` another was first, `EXPIRED` too late, `RELEASED` no longer
 * needed, `CLASH` an own task is in the way. It never says who.
 */
export const acceptOffer = command<typeof AcceptOffer, OfferAt, { id: string }>({
  action: 'offer.answer',
  input: AcceptOffer,
  load: (tx, { id }) => loadOffer(tx, id, ({ volunteer }) => (volunteer ? ownSubject(volunteer) : {})),
  async run(tx, { request, offer, volunteer }) {
    if (!volunteer) throw notFound();
    // said twice, as by a second tap: it is theirs already
    if (offer.state === 'ACCEPTED' && request.isHeld && request.volunteerId === volunteer.id) return { id: offer.id };
    expectOpen(offer, request, tx.now);
    await take(tx, request, offer, volunteer, giverOf(tx, request));
    recordChange(tx, request);
    return { id: offer.id };
  },
});
