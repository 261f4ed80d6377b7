import { RecordAnswer } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { giverOf, recordChange } from '../../request/request-command.ts';
import { decline } from '../dispatch-flow.ts';
import { Dispatch } from '../dispatch.entity.ts';
import { loadOffer, type OfferAt } from '../offer-command.ts';
import { expectOpen, take } from '../task-flow.ts';

/** What a volunteer said on the phone, written down by staff. @throws AppError `CONFLICT` as for their own answer; `INVALID` for a pool, or a yes of somebody who helps no more. */
export const recordAnswer = command<typeof RecordAnswer, OfferAt, { id: string }>({
  action: 'dispatch.record',
  input: RecordAnswer,
  load: (tx, { id }) => loadOffer(tx, id, ({ request }) => ({ district: request.district })),
  async run(tx, { request, offer, volunteer }, { accepted, reason }) {
    if (!volunteer || (accepted && volunteer.endedAt)) throw invalid([{ path: 'id', rule: 'volunteer' }]);
    expectOpen(offer, request, tx.now);
    const dispatch = await tx.em.findOneOrFail(Dispatch, { id: offer.dispatchId });
    if (accepted) await take(tx, request, offer, volunteer, giverOf(tx, request));
    else await decline(tx, request, dispatch, offer, reason);
    recordChange(tx, request, { toName: volunteer.displayName, ...(reason ? { reason } : {}) });
    return { id: dispatch.id };
  },
});
