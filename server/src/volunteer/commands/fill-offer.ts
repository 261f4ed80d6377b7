import { LockMode } from '@mikro-orm/core';
import { FillOffer } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { gateFailed, invalid } from '../../platform/errors.ts';
import { giverOf, recordChange } from '../../request/request-command.ts';
import { stillAhead } from '../dispatch-flow.ts';
import { Dispatch } from '../dispatch.entity.ts';
import { readFacts } from '../facts.queries.ts';
import { loadOffer, type OfferAt } from '../offer-command.ts';
import { poolSubject, organisationOfPool } from '../pool-offer.ts';
import { expectOpen, take } from '../task-flow.ts';
import { weigh } from '../candidate.queries.ts';
import { Volunteer } from '../volunteer.entity.ts';
import { MINUTES_OF } from '@ww/shared/volunteer/terms';

/**
 * An organisation's coordinator answers for its pool with a name. @throws AppError `INVALID` (`volunteer`) for somebody who is not
 * theirs, `GATE_FAILED`, `CONFLICT` as for a volunteer's own answer.
 */
export const fillOffer = command<typeof FillOffer, OfferAt, { id: string }>({
  action: 'pool.answer',
  input: FillOffer,
  load: (tx, { id }) => loadOffer(tx, id, (at) => poolSubject(tx, at)),
  async run(tx, { request, offer }, { volunteerId }) {
    expectOpen(offer, request, tx.now);
    const organisationId = await organisationOfPool(tx, offer);
    const volunteer = await tx.em.findOne(
      Volunteer,
      { id: volunteerId, organisationId, endedAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!volunteer) throw invalid([{ path: 'volunteerId', rule: 'volunteer' }]);
    const dispatch = await tx.em.findOneOrFail(Dispatch, { id: offer.dispatchId });
    const visit = stillAhead(dispatch, tx.now, MINUTES_OF[request.kind]);
    const [facts] = await readFacts(tx.em, 'v.id = ?', [volunteer.id], visit.from);
    const failed = facts ? weigh(facts, request, visit, 0, tx.now).failed : [];
    if (failed.length > 0) throw gateFailed(failed);
    await take(tx, request, offer, volunteer, giverOf(tx, request));
    recordChange(tx, request, { toName: volunteer.displayName });
    tx.event({ topic: 'organisation', subjectId: organisationId, scope: organisationId, version: 1 });
    return { id: offer.id };
  },
});
