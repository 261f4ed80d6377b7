import { allottedMs, fit, type Fit, type ItemClock, leftMs, project, spentMs } from '@ww/shared/network/agenda';
import { type ItemKind, type ItemState, type MeetingState, ON_AGENDA } from '@ww/shared/network/terms';

const MINUTE = 60_000;

/** The part of an agenda's item that a meeting's progress is worked out from. */
export interface Timed {
  id: string;
  title: string;
  kind: ItemKind;
  state: ItemState;
  presenter: string | null;
  minutes: number;
  extraMinutes: number;
  spentMs: number;
  /** ISO 8601. */
  since: string | null;
}

export interface Progressing<I extends Timed> {
  row: { state: MeetingState; startsAt: string; endsAt: string };
  items: readonly I[];
}

const clockOf = (item: Timed): ItemClock => ({ ...item, since: item.since === null ? null : new Date(item.since) });

/** What the meeting goes through in its order: put aside is out of it, proposals are not in it yet. */
export const numbered = <I extends Timed>(items: readonly I[]): I[] =>
  items.filter(({ state }) => ON_AGENDA.includes(state) && state !== 'PARKED');

export const parked = <I extends Timed>(items: readonly I[]): I[] => items.filter(({ state }) => state === 'PARKED');

export const currentOf = <I extends Timed>(items: readonly I[]): I | null => items.find(({ state }) => state === 'CURRENT') ?? null;

/** Milliseconds left of an item; below zero once it is over its time. */
export const leftOf = (item: Timed, now: number): number => leftMs(clockOf(item), new Date(now));

/** Whole minutes that an item has really taken, rounded to the nearest. */
export const spentMinutes = (item: Timed, now: number): number => Math.round(spentMs(clockOf(item), new Date(now)) / MINUTE);

const spentOf = (item: Timed, now: number): number => spentMs(clockOf(item), new Date(now));

export interface Ahead<I extends Timed> {
  /** What is still planned, and when it will probably begin. */
  items: { item: I; at: Date }[];
  /** When the meeting will probably end. */
  end: Date;
}

/** What comes, and when: from now while it runs, from its start before. */
export function ahead<I extends Timed>({ row, items }: Progressing<I>, now: number): Ahead<I> {
  const from = row.state === 'RUNNING' ? now : Math.max(now, Date.parse(row.startsAt));
  const { begins, end } = project(items.map(clockOf), new Date(from));
  return {
    end,
    items: items.flatMap((item) => {
      const at = begins.get(item.id);
      return at ? [{ item, at }] : [];
    }),
  };
}

/** What is planned after the current item against what is left of the meeting once that is over; before it begins, all of it. */
export function afterCurrent({ row, items }: Progressing<Timed>, now: number): Fit {
  const at = Math.round(row.state === 'RUNNING' ? now : Math.max(now, Date.parse(row.startsAt)));
  const current = currentOf(items);
  const from = at + (current ? Math.max(0, leftOf(current, at)) : 0);
  const { planned, available } = fit(items.filter((item) => item !== current).map(clockOf), new Date(from), new Date(row.endsAt));
  // an item may outlast the meeting: what it takes too much is missing, too
  return { planned, available, spare: Math.floor((Date.parse(row.endsAt) - from) / MINUTE) - planned };
}

const MOST_STEPS = 40;

export interface Steps {
  total: number;
  done: number;
}

/** An item's time as steps: a minute each, several where there are many; never all done before its time is over. */
export function steps(item: Timed, now: number): Steps {
  const total = Math.min(MOST_STEPS, Math.max(1, Math.round(allottedMs(item) / MINUTE)));
  const passed = spentOf(item, now) / Math.max(1, allottedMs(item));
  return { total, done: Math.min(total, Math.floor(passed * total)) };
}

/** A countdown on the clock's face. `7:42`, `−1:05` with a real minus; over an hour still minutes: `72:05`. */
export function countdown(leftMilliseconds: number): string {
  const seconds = Math.ceil(leftMilliseconds / 1000);
  const whole = Math.abs(seconds);
  const face = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return seconds < 0 ? `−${face}` : face;
}

/** Hours and minutes since the beginning. `0:41` */
export function lasting(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export type TitleSize = 'xl' | 'l' | 'm' | 's' | 'xs';

/**
 * How large a title may be on the wall: by its length (measured in the drawings: 28 and 48 letters) and by its longest
 * word, which must not be broken.
 */
export function titleSize(title: string): TitleSize {
  const longest = Math.max(...title.split(/[\s–-]+/u).map(({ length }) => length));
  if (title.length > 90 || longest > 22) return 'xs';
  if (title.length > 64 || longest > 18) return 's';
  if (title.length > 48 || longest > 13) return 'm';
  if (title.length > 28 || longest > 10) return 'l';
  return 'xl';
}
