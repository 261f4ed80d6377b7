import { newId } from '@ww/shared/id';
import { MINUTES_OF, type DeclineReason, type DispatchState } from '@ww/shared/volunteer/terms';
import type { Tx } from '../platform/command.ts';
import { insertNew } from '../platform/insert.ts';
import type { HelpRequest } from '../request/help-request.entity.ts';
import type { Giver } from '../request/giver.ts';
import { rankVolunteers } from './candidate.queries.ts';
import { Dispatch, Offer, type Override } from './dispatch.entity.ts';
import { Volunteer } from './volunteer.entity.ts';
import type { Visit } from './visit.ts';
import { announceVolunteer } from './volunteer-record.ts';

const MINUTE = 60_000;
/** Nobody: a step that follows from a rule, not from a person. */
export const NOBODY: Giver = { person: null, mayActForOthers: true };

/** Who is asked, and which gates a coordinator let pass for them. */
interface Asked {
  volunteerId: string | null;
  poolId: string | null;
  overrides: Override[];
}
export const volunteerAsked = (volunteerId: string, overrides: Override[] = []): Asked => ({ volunteerId, poolId: null, overrides });

interface Search {
  id: string;
  startedById: string;
  size: number;
  minutes: number;
  inWaves: boolean;
}

/** A search that is about to ask its first people. @throws AppError `INVALID` (`taken`) when another search has this id. */
export async function openDispatch(
  tx: Tx,
  request: HelpRequest,
  visit: Visit,
  { id, startedById, size, minutes, inWaves }: Search,
): Promise<Dispatch> {
  const dispatch = Object.assign(new Dispatch(), {
    ...{ id, requestId: request.id, startedById, startedAt: tx.now, waveSize: size, waveMinutes: minutes, inWaves, wave: 0 },
    ...{ state: 'RUNNING', fromAt: visit.from, toAt: visit.to, nextAt: tx.now, timerId: id, endedAt: null, version: 0 },
  } as const);
  await insertNew(tx, dispatch);
  return dispatch;
}

/** Asks these people at once: the next wave. Sets the timer after which they are no longer asked. */
export async function ask(tx: Tx, request: HelpRequest, dispatch: Dispatch, whom: readonly Asked[]): Promise<void> {
  await lockFlows(tx);
  const expiresAt = new Date(tx.now.getTime() + dispatch.waveMinutes * MINUTE);
  Object.assign(dispatch, { wave: dispatch.wave + 1, version: dispatch.version + 1, nextAt: expiresAt, timerId: newId(tx.now.getTime()) });
  await tx.em.flush();
  for (const target of whom) {
    tx.em.persist(
      Object.assign(new Offer(), {
        ...{ id: newId(tx.now.getTime()), dispatchId: dispatch.id, requestId: request.id, wave: dispatch.wave, state: 'OPEN' },
        ...{ offeredAt: tx.now, expiresAt, answeredAt: null, declineReason: null, version: 1 },
        ...target,
      } as const),
    );
  }
  await tx.em.flush();
  request.offersOpen = whom.length;
  request.offersUntil = expiresAt;
  await touchVolunteers(tx, whom, { wasAsked: true });
  tx.event({ topic: 'dispatch', subjectId: dispatch.id, scope: request.district, version: dispatch.version });
}

const FLOW_LOCK = 4_419;

/**
 * After the request, and before anything is written that names a volunteer (a foreign key locks their row too): two searches
 * that ask the same people must not wait for each other, and the second sees whom the first has asked.
 */
export async function lockFlows(tx: Tx): Promise<void> {
  await tx.em.execute('select pg_advisory_xact_lock(?)', [FLOW_LOCK]);
}

/** Their own pages, their hosts' lists and the figures are read again. */
export async function touchVolunteers(
  tx: Tx,
  whom: readonly { volunteerId?: string | null }[],
  { wasAsked }: { wasAsked: boolean },
): Promise<void> {
  const ids = whom.flatMap(({ volunteerId }) => volunteerId ?? []);
  if (ids.length === 0) return;
  await lockFlows(tx);
  const volunteers = await tx.em.find(Volunteer, { id: { $in: ids } }, { orderBy: { id: 'asc' } });
  for (const volunteer of volunteers) {
    // a millisecond apart, in the order of asking: who came last in one wave does not come first in the next
    if (wasAsked) volunteer.lastAskedAt = new Date(tx.now.getTime() + ids.indexOf(volunteer.id));
    announceVolunteer(tx, volunteer);
  }
}

/** The open offers of a search are over. */
async function endOffers(tx: Tx, dispatch: Dispatch, state: 'EXPIRED' | 'RELEASED'): Promise<void> {
  const open = await tx.em.find(Offer, { dispatchId: dispatch.id, state: 'OPEN' }, { orderBy: { id: 'asc' } });
  for (const offer of open) Object.assign(offer, { state, answeredAt: tx.now, version: offer.version + 1 });
  await touchVolunteers(tx, open, { wasAsked: false });
}

/** The search is over; whoever has not answered is released, and will be told. */
export async function closeDispatch(
  tx: Tx,
  request: HelpRequest,
  dispatch: Dispatch,
  state: Exclude<DispatchState, 'RUNNING'>,
): Promise<void> {
  await endOffers(tx, dispatch, 'RELEASED');
  Object.assign(dispatch, { state, endedAt: tx.now, version: dispatch.version + 1 });
  request.offersOpen = 0;
  request.offersUntil = null;
  tx.event({ topic: 'dispatch', subjectId: dispatch.id, scope: request.district, version: dispatch.version });
}

/** Nobody of the last wave is asked any more: the next people, or the request goes back to the queue. */
export async function goOn(tx: Tx, request: HelpRequest, dispatch: Dispatch): Promise<void> {
  await tx.em.flush();
  const next = dispatch.inWaves ? await nextPeople(tx, request, dispatch) : [];
  if (next.length > 0) return ask(tx, request, dispatch, next);
  await closeDispatch(tx, request, dispatch, 'EXHAUSTED');
  request.give('unoffer', NOBODY, tx.now);
}

/** The best who are fit and were not asked in this search. */
async function nextPeople(tx: Tx, request: HelpRequest, dispatch: Dispatch): Promise<Asked[]> {
  const visit = stillAhead(dispatch, tx.now, MINUTES_OF[request.kind]);
  const ranked = await rankVolunteers(tx.em, request, visit, tx.now);
  const rows = await tx.em.execute<{ id: string }[]>('select volunteer_id as id from offer where dispatch_id = ?', [dispatch.id]);
  const asked = new Set(rows.map(({ id }) => id));
  return ranked
    .filter(({ id, isFit }) => isFit && !asked.has(id))
    .slice(0, dispatch.waveSize)
    .map(({ id }) => volunteerAsked(id));
}

/** What is left of the visit's window, and how long the visit takes. */
export function stillAhead({ fromAt, toAt }: Dispatch, now: Date, minutes: number): Visit {
  const from = new Date(Math.max(fromAt.getTime(), now.getTime()));
  return { from, to: new Date(Math.max(toAt.getTime(), from.getTime() + minutes * MINUTE)), minutes };
}

/** Time is up for those who have not answered. */
export async function expire(tx: Tx, request: HelpRequest, dispatch: Dispatch): Promise<void> {
  await endOffers(tx, dispatch, 'EXPIRED');
  await goOn(tx, request, dispatch);
}

/** One says no; when it was the last of the wave, nobody waits for the timer. */
export async function decline(tx: Tx, request: HelpRequest, dispatch: Dispatch, offer: Offer, reason: DeclineReason | null): Promise<void> {
  Object.assign(offer, { state: 'DECLINED', declineReason: reason, answeredAt: tx.now, version: offer.version + 1 });
  await tx.em.flush();
  await touchVolunteers(tx, [offer], { wasAsked: false });
  const open = await tx.em.find(Offer, { dispatchId: dispatch.id, state: 'OPEN' });
  if (open.length === 0) return goOn(tx, request, dispatch);
  request.offersOpen = open.length;
}
