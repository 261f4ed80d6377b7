import { newId } from '@ww/shared/id';
import { firstGap, type Span } from '@ww/shared/spans';
import { availableSpans } from '@ww/shared/volunteer/availability';
import { MINUTES_OF, type TaskState } from '@ww/shared/volunteer/terms';
import type { Tx } from '../platform/command.ts';
import { conflict } from '../platform/errors.ts';
import type { HelpRequest } from '../request/help-request.entity.ts';
import type { Giver } from '../request/giver.ts';
import { keepTies } from '../request/ties.ts';
import { stillAhead } from './dispatch-flow.ts';
import { Dispatch, type Offer, Task } from './dispatch.entity.ts';
import { readFacts } from './facts.queries.ts';
import { announcePoolOf } from './pool-offer.ts';
import { announceVolunteer } from './volunteer-record.ts';
import type { Volunteer } from './volunteer.entity.ts';

const MINUTE = 60_000;
export const ACTIVE: readonly TaskState[] = ['ACCEPTED', 'ON_THE_WAY'];

/** Two tasks of one volunteer would overlap: the database refuses it (`task_apart`). */
const EXCLUSION_VIOLATION = '23P01';
const clash = (at: number | Date) => conflict({ by: null, at: new Date(at).toISOString(), state: 'CLASH' });

/** Writes tasks down. @throws AppError `CONFLICT` (`CLASH`) when another task of the volunteer took the time meanwhile. */
export async function flushTasks(tx: Tx, at: Date): Promise<void> {
  await tx.em.flush().catch((error: unknown) => {
    throw (error as { code?: string }).code === EXCLUSION_VIOLATION ? clash(at) : error;
  });
}

/** @throws AppError `CONFLICT` with how it ended, when an offer can't be answered any more. */
export function expectOpen(offer: Offer, request: HelpRequest, now: Date): void {
  if (offer.state === 'OPEN' && offer.expiresAt > now) return;
  const ended = offer.state === 'OPEN' ? 'EXPIRED' : offer.state;
  const state = ended === 'RELEASED' && (request.isHeld || request.state === 'DONE') ? 'ACCEPTED' : ended;
  throw conflict({ by: null, at: (offer.answeredAt ?? offer.expiresAt).toISOString(), state });
}

/**
 * The first yes: the request is theirs, at the first time within the visit's window when they are free, and the others are
 * released. @throws AppError `CONFLICT` (`CLASH`, at the start of the task in the way).
 */
export async function take(tx: Tx, request: HelpRequest, offer: Offer, volunteer: Volunteer, giver: Giver): Promise<void> {
  const dispatch = await tx.em.findOneOrFail(Dispatch, { id: offer.dispatchId });
  const slot = await firstFree(tx, volunteer, dispatch, MINUTES_OF[request.kind]);
  request.give('accept', { ...giver, volunteerId: volunteer.id }, tx.now);
  request.holdByVolunteer(volunteer);
  Object.assign(offer, { state: 'ACCEPTED', answeredAt: tx.now, version: offer.version + 1 });
  tx.em.persist(
    Object.assign(new Task(), {
      ...{ id: newId(tx.now.getTime()), requestId: request.id, volunteerId: volunteer.id, offerId: offer.id, state: 'ACCEPTED' },
      ...{ fromAt: new Date(slot.from), toAt: new Date(slot.to), acceptedAt: tx.now, startedAt: null, endedAt: null },
      ...{ returnReason: null, minutes: null, version: 1 },
    } as const),
  );
  await flushTasks(tx, new Date(slot.from));
  await keepTies(tx, request);
  announceVolunteer(tx, volunteer);
  if (offer.poolId) await announcePoolOf(tx, offer.id);
}

/** When they are free as they said; whoever says yes all the same finds the time. */
async function firstFree(tx: Tx, volunteer: Volunteer, dispatch: Dispatch, minutes: number): Promise<Span> {
  const { from, to } = stillAhead(dispatch, tx.now, minutes);
  const [facts] = await readFacts(tx.em, 'v.id = ?', [volunteer.id], from);
  const busy = facts?.busy ?? [];
  const free = facts ? availableSpans(facts.availability, from, to, tx.now) : [];
  const whole = [{ from: from.getTime(), to: to.getTime() }];
  const slot = firstGap(free, busy, minutes, from, to) ?? firstGap(whole, busy, minutes, from, to);
  if (!slot) throw clash(Math.min(...busy.filter((span) => span.to > from.getTime()).map((span) => span.from)));
  return slot;
}

/** The task is over, in this way. */
export function endTask(task: Task, state: 'DONE' | 'RETURNED' | 'TAKEN_BACK', now: Date, minutes: number | null = null): void {
  Object.assign(task, {
    state,
    endedAt: now,
    minutes: state === 'DONE' ? (minutes ?? minutesOf(task, now)) : null,
    version: task.version + 1,
  });
}

const LONGEST = 720;

/** As long as it was on the way, in whole minutes; as planned when that was not said. */
function minutesOf({ startedAt, fromAt, toAt }: Task, now: Date): number {
  const spent = startedAt ? now.getTime() - startedAt.getTime() : toAt.getTime() - fromAt.getTime();
  return Math.min(LONGEST, Math.max(1, Math.round(spent / MINUTE)));
}
