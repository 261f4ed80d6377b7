import { DeclineOffer } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { recordChange } from '../../request/request-command.ts';
import { decline } from '../dispatch-flow.ts';
import { Dispatch } from '../dispatch.entity.ts';
import { loadOffer, ownSubject, type OfferAt } from '../offer-command.ts';
import { expectOpen } from '../task-flow.ts';

/** The volunteer says no. @throws AppError `CONFLICT` as for a yes. */
export const declineOffer = command<typeof DeclineOffer, OfferAt, { id: string }>({
  action: 'offer.answer',
  input: DeclineOffer,
  load: (tx, { id }) => loadOffer(tx, id, ({ volunteer }) => (volunteer ? ownSubject(volunteer) : {})),
  async run(tx, { request, offer }, { reason }) {
    expectOpen(offer, request, tx.now);
    const dispatch = await tx.em.findOneOrFail(Dispatch, { id: offer.dispatchId });
    await decline(tx, request, dispatch, offer, reason);
    recordChange(tx, request, reason ? { reason } : {});
    return { id: offer.id };
  },
});
