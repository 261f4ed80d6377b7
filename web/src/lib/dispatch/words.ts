import type { ConflictDetails } from '@ww/shared/error-codes';
import type { Gate, GateSource } from '@ww/shared/volunteer/gates';
import { GATES } from '@ww/shared/volunteer/gates';
import type { DeclineReason, ReturnReason } from '@ww/shared/volunteer/terms';
import { clock, clockOrDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayOf } from '#lib/request/due.ts';
import { inWarsaw } from '@ww/shared/time';
import type { Candidate, Offer, Search, Task } from './documents.ts';

export const gateName = (gate: Gate): string => m[`dispatch_gate_${gate}`]();
export const sourceName = (source: GateSource): string => m[`dispatch_source_${source}`]();
export const declineName = (reason: DeclineReason): string => m[`domain_decline_${reason}`]();
const returnName = (reason: ReturnReason): string => m[`domain_return_${reason}`]();

/** A reason of the journal that names the gate it let pass, `LOAD: he asked for it`; null for any other. */
export function overrideWords(reason: string): string | null {
  const gate = GATES.find((name) => reason.startsWith(`${name}: `));
  return gate ? m.dispatch_override_journal({ gate: gateName(gate), reason: reason.slice(gate.length + 2) }) : null;
}

/** Who is asked, in the queue: `zapytano 3, do 12:30`. */
export function askingWords({ offersOpen, offersUntil }: { offersOpen: number; offersUntil: string | null }, now: number): string {
  if (offersOpen === 0 || !offersUntil) return m.dispatch_asking_nobody();
  return m.dispatch_asking({ count: offersOpen, at: clockOrDate(offersUntil, now) });
}

/** Whole minutes, rounded up, so that they step down once a minute and never up; not below 0. */
export const minutesLeft = (until: string, now: number): number => Math.max(0, Math.ceil((Date.parse(until) - now) / 60_000));

/** `za 7 min` */
export function leftWords(until: string, now: number): string {
  const minutes = minutesLeft(until, now);
  if (minutes === 0) return m.dispatch_left_now();
  if (minutes < 60) return m.dispatch_left_minutes({ minutes });
  return m.dispatch_left_hours({ hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
}

/** Whom it is about: a person, or an organisation's pool without a name. */
export const whoWords = ({ displayName, organisationName }: Pick<Candidate, 'displayName' | 'organisationName'>): string =>
  displayName ?? m.dispatch_pool({ organisation: organisationName ?? '' });

function askedWords(at: string, now: number): string {
  if (dayOf(at, now) === 'today') return m.dispatch_reason_asked_today({ at: clock(at) });
  const day = (instant: number) => inWarsaw(instant).toPlainDate();
  const count = day(Date.parse(at)).until(day(now)).days;
  return count === 1 ? m.dispatch_reason_asked_yesterday() : m.dispatch_reason_asked_days({ count });
}

/** Why a candidate stands where they stand. What stops them is told in lines of its own. */
export function reasonsWords({ reasons, isPool, peopleLeft, asked }: Candidate, now: number): string {
  const words = reasons.map(({ code, at, count, language }) => {
    if (code === 'GATES') return '';
    if (code === 'ON_DUTY') return at ? m.dispatch_reason_ON_DUTY({ at: clockOrDate(at, now) }) : '';
    if (code === 'ASKED') return at ? askedWords(at, now) : '';
    if (code === 'HELPED_BEFORE' || code === 'LOAD') return m[`dispatch_reason_${code}`]({ count: count ?? 0 });
    if (code === 'SPEAKS') return language ? m[`dispatch_speaks_${language}`]() : '';
    return m[`dispatch_reason_${code}`]();
  });
  const pool = isPool ? [m.dispatch_pool_left({ count: peopleLeft ?? 0 }), m.dispatch_pool_note()] : [];
  return [...words, ...pool, asked ? m[`dispatch_asked_${asked}`]() : ''].filter(Boolean).join(', ');
}

/** How an offer was answered, and when. */
export function offerWords({ state, answeredAt, expiresAt, declineReason }: Offer, now: number): string {
  const at = clockOrDate(answeredAt ?? expiresAt, now);
  if (state === 'OPEN') return Date.parse(expiresAt) <= now ? m.dispatch_offer_OPEN_late() : m.dispatch_offer_OPEN();
  if (state === 'DECLINED' && declineReason) return m.dispatch_offer_DECLINED_reason({ at, reason: declineName(declineReason) });
  return m[`dispatch_offer_${state}`]({ at });
}

/** How a search ended. */
export const searchWords = ({ state, endedAt, nextAt }: Search, now: number): string =>
  state === 'RUNNING' ? m.dispatch_searching() : m[`dispatch_search_${state}`]({ at: clockOrDate(endedAt ?? nextAt, now) });

/** How far somebody who took it on has come. */
export function taskWords({ state, acceptedAt, endedAt, returnReason }: Task, now: number): string {
  const at = clockOrDate(state === 'ACCEPTED' ? acceptedAt : (endedAt ?? acceptedAt), now);
  if (state === 'ON_THE_WAY') return m.dispatch_task_ON_THE_WAY();
  if (state === 'RETURNED') return m.dispatch_task_RETURNED({ at, reason: returnName(returnReason ?? 'OTHER') });
  return m[`dispatch_task_${state}`]({ at });
}

const ANSWER_ENDS = ['ACCEPTED', 'EXPIRED', 'RELEASED', 'DECLINED', 'CLASH'] as const;

/** Why an answer came too late, and what to do; null for any other conflict. */
export function conflictWords(conflict: ConflictDetails | null): string | null {
  const end = ANSWER_ENDS.find((state) => state === conflict?.state);
  if (!end || !conflict?.at) return null;
  return end === 'ACCEPTED' ? m.dispatch_conflict_ACCEPTED() : m[`dispatch_conflict_${end}`]({ at: clock(conflict.at) });
}
