import { newId } from '@ww/shared/id';
import { StartWaves } from '@ww/shared/volunteer/input';
import { command } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import type { HelpRequest } from '../../request/help-request.entity.ts';
import { giverOf, loadRequest, recordChange } from '../../request/request-command.ts';
import { rankVolunteers } from '../candidate.queries.ts';
import { ask, lockFlows, openDispatch, volunteerAsked } from '../dispatch-flow.ts';
import { visitOf } from '../visit.ts';

/**
 * Asks the best few who are fit; after so many minutes, or once all have said no, the next few; the first yes wins.
 * @throws AppError `INVALID` (`noCandidates`) when nobody is fit, `CONFLICT` when the request is taken or offered already.
 */
export const startWaves = command<typeof StartWaves, HelpRequest, { id: string }>({
  action: 'dispatch.offer',
  input: StartWaves,
  load: (tx, { requestId }) => loadRequest(tx, requestId),
  async run(tx, request, input) {
    const visit = visitOf(request, input, tx.now);
    const giver = giverOf(tx, request);
    request.give('offer', giver, tx.now);
    await lockFlows(tx);
    const fit = (await rankVolunteers(tx.em, request, visit, tx.now)).filter(({ isFit }) => isFit);
    if (fit.length === 0) throw invalid([{ path: 'requestId', rule: 'noCandidates' }]);
    const search = { id: input.id, startedById: giver.person?.id ?? newId(), size: input.size, minutes: input.minutes, inWaves: true };
    const first = fit.slice(0, input.size).map(({ id }) => volunteerAsked(id));
    await ask(tx, request, await openDispatch(tx, request, visit, search), first);
    recordChange(tx, request);
    return { id: input.id };
  },
});
