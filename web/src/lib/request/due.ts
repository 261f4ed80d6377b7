import { fromWarsaw, inWarsaw, WARSAW } from '@ww/shared/time';

/** What the Team chooses from on the phone; a resident's own form offers other terms. */
export const CALL_DUE_CHOICES = ['soon', 'today', 'tomorrow', 'other'] as const;
export type CallDueChoice = (typeof CALL_DUE_CHOICES)[number];

/** Hours in which an errand is due when it must be done at once. */
export const SOON_HOURS = 2;
/** The latest hour at which anybody goes out, and the hour by which tomorrow's errands are done (Warsaw). */
const LAST_HOUR = 20;
const TOMORROW_BY = 12;
const LEAST_AHEAD_HOURS = 3;

export interface OwnDue {
  /** As `<input type="date">` and `<input type="time">` write them. */
  date: string;
  from: string;
  to: string;
}

/** The hour until which "today" runs: three hours ahead, rounded up, at most 20:00; null when that is too late for today. */
export function todayUntil(now: number): number | null {
  const { hour, minute } = inWarsaw(now);
  const until = hour + (minute > 0 ? 1 : 0) + LEAST_AHEAD_HOURS;
  if (hour >= LAST_HOUR - 1) return null;
  return Math.min(until, LAST_HOUR);
}

/**
 * The due window of a choice as instants. Own dates are read on Warsaw's clock: an hour that DST skips moves on,
 * one that it repeats is the first. An unfinished own date gives null.
 */
export function dueOf(choice: CallDueChoice, own: OwnDue, now: number): { from: string | null; to: string } | null {
  const local = inWarsaw(now);
  if (choice === 'soon') return { from: null, to: new Date(now + SOON_HOURS * 3_600_000).toISOString() };
  if (choice === 'today') {
    const until = todayUntil(now);
    return { from: null, to: at(until === null ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate(), until ?? TOMORROW_BY) };
  }
  if (choice === 'tomorrow')
    return { from: at(local.toPlainDate().add({ days: 1 }), 8), to: at(local.toPlainDate().add({ days: 1 }), TOMORROW_BY) };
  const to = wallClock(own.date, own.to);
  return to === null ? null : { from: own.from ? wallClock(own.date, own.from) : null, to };
}

/** An instant as the own-date fields show it. */
export function ownDueOf(from: string | null, to: string): OwnDue {
  const start = from ? inWarsaw(new Date(from)) : null;
  const end = inWarsaw(new Date(to));
  const time = (t: Temporal.ZonedDateTime | null) => (t ? t.toPlainTime().toString({ smallestUnit: 'minute' }) : '');
  const sameDate = start?.toPlainDate().equals(end.toPlainDate()) ?? true;
  return { date: end.toPlainDate().toString(), from: sameDate ? time(start) : '', to: time(end) };
}

const at = (date: Temporal.PlainDate, hour: number) => fromWarsaw(date.toPlainDateTime({ hour })).toISOString();

function wallClock(date: string, time: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}/.test(time)) return null;
  return fromWarsaw(`${date}T${time}`).toISOString();
}

/** Whether an instant falls today, tomorrow or on another Warsaw day. */
export function dayOf(instant: string, now: number): 'today' | 'tomorrow' | 'other' {
  const date = Temporal.Instant.from(instant).toZonedDateTimeISO(WARSAW).toPlainDate();
  const today = inWarsaw(now).toPlainDate();
  if (date.equals(today)) return 'today';
  return date.equals(today.add({ days: 1 })) ? 'tomorrow' : 'other';
}
