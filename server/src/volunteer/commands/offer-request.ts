import { newId } from '@ww/shared/id';
import { can } from '@ww/shared/policy';
import { GATE_RULES } from '@ww/shared/volunteer/gates';
import { OfferRequest } from '@ww/shared/volunteer/input';
import type * as v from 'valibot';
import { command, type Tx } from '../../platform/command.ts';
import { gateFailed, invalid } from '../../platform/errors.ts';
import type { HelpRequest } from '../../request/help-request.entity.ts';
import { giverOf, loadRequest, recordChange } from '../../request/request-command.ts';
import { weigh } from '../candidate.queries.ts';
import { ask, lockFlows, openDispatch, volunteerAsked } from '../dispatch-flow.ts';
import { IN_DISTRICT, readFacts } from '../facts.queries.ts';
import { freePools } from '../pool-candidates.queries.ts';
import { visitOf, type Visit } from '../visit.ts';

type Input = v.InferOutput<typeof OfferRequest>;

/**
 * Offers a request to one volunteer, or to an organisation's pool.
 * @throws AppError `GATE_FAILED` naming the gates that nobody let pass; `CONFLICT` when it is taken or offered already; `INVALID`.
 */
export const offerRequest = command<typeof OfferRequest, HelpRequest, { id: string }>({
  action: 'dispatch.offer',
  input: OfferRequest,
  load: (tx, { requestId }) => loadRequest(tx, requestId),
  async run(tx, request, input) {
    const visit = visitOf(request, input, tx.now);
    const giver = giverOf(tx, request);
    request.give('offer', giver, tx.now);
    await lockFlows(tx);
    const { whom, toName } =
      input.volunteerId && !input.poolId ? await toVolunteer(tx, request, visit, input) : await toPool(tx, request, visit, input);
    const search = { id: input.id, startedById: giver.person?.id ?? newId(), size: 1, minutes: input.minutes, inWaves: false };
    await ask(tx, request, await openDispatch(tx, request, visit, search), [whom]);
    recordChange(tx, request, { toName });
    return { id: input.id };
  },
});

async function toVolunteer(tx: Tx, request: HelpRequest, visit: Visit, { volunteerId, overrides }: Input) {
  const { district } = request;
  const [facts] = await readFacts(tx.em, `v.id = ? and ${IN_DISTRICT}`, [volunteerId, district, district], visit.from);
  if (!facts) throw invalid([{ path: 'volunteerId', rule: 'volunteer' }]);
  const { failed } = weigh(facts, request, visit, 0, tx.now);
  const mayOverride = can(tx.actor, 'dispatch.override', { district });
  const passed = overrides.filter(({ gate }) => mayOverride && GATE_RULES[gate].isOverridable && failed.includes(gate));
  const shut = failed.filter((gate) => !passed.some((override) => override.gate === gate));
  if (shut.length > 0) throw gateFailed(shut);
  for (const { gate, reason } of passed) {
    const about = { subjectType: 'volunteer', subjectId: facts.id, subjectLabel: String(request.number), district } as const;
    tx.audit({ ...about, reason: `${gate}: ${reason}`, toName: facts.displayName }, 'dispatch.override');
  }
  return { whom: volunteerAsked(facts.id, passed), toName: facts.displayName };
}

async function toPool(tx: Tx, request: HelpRequest, visit: Visit, { poolId, volunteerId }: Input) {
  if (!poolId || volunteerId) throw invalid([{ path: 'volunteerId', rule: poolId ? 'choice' : 'required' }]);
  const pool = (await freePools(tx.em, request, visit)).find(({ id }) => id === poolId);
  if (!pool) throw invalid([{ path: 'poolId', rule: 'volunteer' }]);
  tx.event({ topic: 'organisation', subjectId: pool.organisationId, scope: pool.organisationId, version: 1 });
  return { whom: { volunteerId: null, poolId, overrides: [] }, toName: pool.organisationName };
}
