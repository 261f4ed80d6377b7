import { type State, WAITING_STATES } from '@ww/shared/request/transitions';
import {
  CANCEL_REASONS,
  type CancelReason,
  type Errand,
  type Informed,
  type Kind,
  PRIORITIES,
  type Priority,
  REVEAL_REASONS,
  type RevealReason,
} from '@ww/shared/request/kinds';
import { DECLINE_REASONS, type DeclineReason, RETURN_REASONS, type ReturnReason } from '@ww/shared/volunteer/terms';
import { cancelReasonName, errandName, kindName, priorityName, revealReasonName } from '#lib/i18n/domain.ts';
import { clock, clockOrDate, sameDay, shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayOf } from './due.ts';

/** `41 min`, `3 godz. 10 min`, `2 dni 4 godz.` */
export function durationWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return m.staff_minutes({ minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return m.staff_hours({ hours, minutes: String(minutes % 60).padStart(2, '0') });
  return m.staff_days({ count: Math.floor(hours / 24) });
}

interface Aged {
  state: State;
  createdAt: string;
  acceptedAt: string | null;
  closedAt: string | null;
}

/** How long it has waited, or when it was taken or closed. */
export function ageWords(row: Aged, now: number): string {
  if (row.closedAt) return m.staff_closed_at({ at: clock(row.closedAt) });
  if (!WAITING_STATES.includes(row.state) && row.acceptedAt)
    return m.staff_taken_at({ at: sameDay(row.acceptedAt, now) ? clock(row.acceptedAt) : shortDate(row.acceptedAt) });
  return m.staff_waits({ age: durationWords(now - Date.parse(row.createdAt)) });
}

interface Due {
  dueFrom: string | null;
  dueTo: string;
}

/** `dziś do 13:00`, `jutro 9:00–12:00`, `pt., 27 lis do 12:00` */
export function dueWords({ dueFrom, dueTo }: Due, now: number): string {
  const day = dayOf(dueTo, now);
  const name = day === 'today' ? m.staff_today() : day === 'tomorrow' ? m.staff_tomorrow() : shortDate(dueTo);
  const isWindow = dueFrom !== null && sameDay(dueFrom, dueTo);
  return isWindow
    ? m.staff_due_window({ day: name, hours: `${clock(dueFrom)}\u2060–\u2060${clock(dueTo)}` })
    : m.staff_due_until({ day: name, to: clock(dueTo) });
}

/** `dziś 13:00–17:00`, or from one day to another. */
export function windowWords({ fromAt, toAt }: { fromAt: string; toAt: string }, now: number): string {
  if (sameDay(fromAt, toAt)) return dueWords({ dueFrom: fromAt, dueTo: toAt }, now);
  return m.dispatch_window_days({ from: clockOrDate(fromAt, now), to: clockOrDate(toAt, now) });
}

interface Titled {
  kind: Kind;
  errand: Errand | null;
}

/** The matter in a few words: there is nothing personal in it. */
export function titleOf({ kind, errand }: Titled): string {
  const words = errand ? errandName(errand) : kindName(kind);
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** `ul. Krakowiaków 18 m. 4` */
export const addressWords = ({ street, house, flat }: { street: string; house: string; flat: string | null }): string =>
  flat ? m.staff_address_flat({ street, house, flat }) : m.staff_address({ street, house });

/** How the person learned of the request, in the Team's words: the resident's form says it in the first person. */
export const informedWords = (informed: Informed): string => m[`staff_informed_${informed}`]();

/** `AK` for Anna Kruk. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part[0] ?? '')
    .join('')
    .toLocaleUpperCase('pl');

const among = <T extends string>(list: readonly T[], value: string): value is T => (list as readonly string[]).includes(value);

/** A reason kept as a code, in words; free text as it is. */
export function reasonWords(reason: string): string {
  if (among<CancelReason>(CANCEL_REASONS, reason)) return cancelReasonName(reason);
  if (among<RevealReason>(REVEAL_REASONS, reason)) return revealReasonName(reason);
  if (among<Priority>(PRIORITIES, reason)) return priorityName(reason);
  if (among<DeclineReason>(DECLINE_REASONS, reason)) return m[`domain_decline_${reason}`]();
  if (among<ReturnReason>(RETURN_REASONS, reason)) return m[`domain_return_${reason}`]();
  return reason;
}
