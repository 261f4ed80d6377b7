import { can } from '@ww/shared/policy';
import { firstGap } from '@ww/shared/spans';
import { availableSpans } from '@ww/shared/volunteer/availability';
import { failedGates, GATE_RULES, type Gate } from '@ww/shared/volunteer/gates';
import { rank, type Rankable } from '@ww/shared/volunteer/rank';
import type { OfferState } from '@ww/shared/volunteer/terms';
import { warsawDay } from '@ww/shared/week';
import type { Context } from '../platform/context.ts';
import { demand } from '../platform/demand.ts';
import { notFound } from '../platform/errors.ts';
import type { Em } from '../platform/orm.ts';
import type { HelpRequest } from '../request/help-request.entity.ts';
import { findRow } from '../request/request.queries.ts';
import type { Candidate, CandidatePage, CandidateReason, FailedGate } from './candidate.types.ts';
import { IN_DISTRICT, readFacts, type VolunteerFacts } from './facts.queries.ts';
import { freePools, type FreePool } from './pool-candidates.queries.ts';
import { visitOf, type Visit } from './visit.ts';

const PAGE = 100;

export interface RankedVolunteer extends Rankable {
  facts: VolunteerFacts;
  /** No gate fails, there is time, and they can answer: waves ask them. */
  isFit: boolean;
}

export function weigh(facts: VolunteerFacts, request: HelpRequest, visit: Visit, helpedBefore: number, now: Date): RankedVolunteer {
  const failed = failedGates(facts, {
    district: request.district,
    kind: request.kind,
    day: warsawDay(visit.from),
    minutes: visit.minutes,
    language: request.language === 'PL' ? null : request.language,
  });
  const free = availableSpans(facts.availability, visit.from, visit.to, now);
  const isFree = firstGap(free, facts.busy, visit.minutes, visit.from, visit.to) !== null;
  const { dutyUntil } = facts.availability;
  return {
    id: facts.id,
    facts,
    failed,
    isFree,
    isOnDuty: dutyUntil !== null && dutyUntil > now,
    lastAskedAt: facts.lastAskedAt,
    helpedBefore,
    speaks: request.language !== 'PL' && facts.languages.includes(request.language) ? request.language : null,
    openTasks: facts.openTasks,
    isFit: failed.length === 0 && isFree && facts.personId !== null,
  };
}

/** Everyone who serves the district or is held by it, in the order of asking. */
export async function rankVolunteers(em: Em, request: HelpRequest, visit: Visit, now: Date): Promise<RankedVolunteer[]> {
  const { district } = request;
  const facts = await readFacts(em, IN_DISTRICT, [district, district], visit.from);
  const helped = await helpedBefore(em, request.id);
  return rank(
    facts.map((who) => weigh(who, request, visit, helped.get(who.id) ?? 0, now)),
    now,
  );
}

/** How often each volunteer has helped the same person, told by the phone number that was written down. */
async function helpedBefore(em: Em, requestId: string): Promise<Map<string, number>> {
  const rows = await em.execute<{ id: string; times: number }[]>(
    `select t.volunteer_id as id, count(*)::int as times from task t join request_private p on p.request_id = t.request_id
     where t.state = 'DONE' and t.request_id <> ? and p.person_phone = (select person_phone from request_private where request_id = ?) group by t.volunteer_id`,
    [requestId, requestId],
  );
  return new Map(rows.map(({ id, times }) => [id, times]));
}

/** Whom a request can be offered to, best first. @throws AppError `NOT_FOUND`, `UNAUTHENTICATED`, `INVALID`. */
export async function readCandidates(
  ctx: Context,
  requestId: string,
  given: { from: Date | null; to: Date | null },
): Promise<CandidatePage> {
  const request = await findRow(ctx.em, requestId, 'all');
  demand(ctx, 'dispatch.offer', request ? { district: request.district } : {});
  if (!request) throw notFound();
  const now = ctx.services.clock.now();
  const visit = visitOf(request, given, now);
  const ranked = await rankVolunteers(ctx.em, request, visit, now);
  const pools = await freePools(ctx.em, request, visit);
  const asked = await askedLately(ctx.em, requestId);
  const mayOverride = can(ctx.actor, 'dispatch.override', { district: request.district });
  const people = ranked.map((who) => toCandidate(who, asked.get(who.id) ?? null, mayOverride));
  const fit = people.filter(({ isFit }) => isFit);
  const all = [...fit, ...pools.map((pool) => poolCandidate(pool, asked.get(pool.id) ?? null)), ...people.filter(({ isFit }) => !isFit)];
  return {
    requestId,
    fromAt: visit.from,
    toAt: visit.to,
    minutes: visit.minutes,
    candidates: all.slice(0, PAGE),
    fit: fit.length,
    total: all.length,
  };
}

/** How whom a request was offered to in its last search answered. */
async function askedLately(em: Em, requestId: string): Promise<Map<string, OfferState>> {
  const rows = await em.execute<{ id: string; state: OfferState }[]>(
    `select coalesce(o.volunteer_id, o.pool_id) as id, o.state from offer o
     where o.dispatch_id = (select d.id from dispatch d where d.request_id = ? order by d.started_at desc, d.id desc limit 1)`,
    [requestId],
  );
  return new Map(rows.map(({ id, state }) => [id, state]));
}

const bare = { at: null, count: null, language: null };

function toCandidate(who: RankedVolunteer, asked: OfferState | null, mayOverride: boolean): Candidate {
  const { facts, failed, isFit } = who;
  return {
    id: who.id,
    isPool: false,
    displayName: facts.displayName,
    organisationName: facts.organisationName,
    peopleLeft: null,
    failed: failed.map((gate) => toFailedGate(gate, mayOverride)),
    reasons: reasonsOf(who),
    isFit,
    asked,
  };
}

export function toFailedGate(gate: Gate, mayOverride: boolean): FailedGate {
  const { source, isOverridable } = GATE_RULES[gate];
  return { gate, source, canOverride: isOverridable && mayOverride };
}

function reasonsOf({
  facts,
  failed,
  isFree,
  isOnDuty,
  lastAskedAt,
  helpedBefore: helped,
  speaks,
  openTasks,
}: RankedVolunteer): CandidateReason[] {
  const reasons: CandidateReason[] = [];
  if (failed.length > 0) reasons.push({ ...bare, code: 'GATES', count: failed.length });
  if (isOnDuty) reasons.push({ ...bare, code: 'ON_DUTY', at: facts.availability.dutyUntil });
  if (isFree) reasons.push({ ...bare, code: 'FREE' });
  else reasons.push({ ...bare, code: facts.busy.length > 0 ? 'BUSY' : 'NOT_FREE' });
  reasons.push(lastAskedAt ? { ...bare, code: 'ASKED', at: lastAskedAt } : { ...bare, code: 'NEVER_ASKED' });
  if (helped > 0) reasons.push({ ...bare, code: 'HELPED_BEFORE', count: helped });
  if (speaks) reasons.push({ ...bare, code: 'SPEAKS', language: speaks });
  if (openTasks > 0) reasons.push({ ...bare, code: 'LOAD', count: openTasks });
  if (facts.personId === null) reasons.push({ ...bare, code: 'NO_ACCOUNT' });
  return reasons;
}

function poolCandidate({ id, organisationName, peopleLeft }: FreePool, asked: OfferState | null): Candidate {
  const reasons: CandidateReason[] = [{ ...bare, code: 'FREE' }];
  return { id, isPool: true, displayName: null, organisationName, peopleLeft, failed: [], reasons, isFit: false, asked };
}
