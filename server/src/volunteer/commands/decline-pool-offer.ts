import { DeclineOffer } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { recordChange } from '../../request/request-command.ts';
import { decline } from '../dispatch-flow.ts';
import { Dispatch } from '../dispatch.entity.ts';
import { loadOffer, type OfferAt } from '../offer-command.ts';
import { organisationOfPool, poolSubject } from '../pool-offer.ts';
import { expectOpen } from '../task-flow.ts';

/** An organisation has nobody for it. @throws AppError `CONFLICT` as for a volunteer's own answer. */
export const declinePoolOffer = command<typeof DeclineOffer, OfferAt, { id: string }>({
  action: 'pool.answer',
  input: DeclineOffer,
  load: (tx, { id }) => loadOffer(tx, id, (at) => poolSubject(tx, at)),
  async run(tx, { request, offer }, { reason }) {
    expectOpen(offer, request, tx.now);
    const organisationId = await organisationOfPool(tx, offer);
    const dispatch = await tx.em.findOneOrFail(Dispatch, { id: offer.dispatchId });
    await decline(tx, request, dispatch, offer, reason);
    recordChange(tx, request, reason ? { reason } : {});
    tx.event({ topic: 'organisation', subjectId: organisationId, scope: organisationId, version: 1 });
    return { id: offer.id };
  },
});
