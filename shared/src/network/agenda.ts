import type { ItemState } from './terms.ts';

const MINUTE = 60_000;

/** What an item's clock goes by. */
export interface ItemClock {
  id: string;
  state: ItemState;
  minutes: number;
  extraMinutes: number;
  /** Milliseconds spent before `since`. */
  spentMs: number;
  /** Since when it is the current one. */
  since: Date | null;
}

/** Milliseconds that an item may take. */
export const allottedMs = ({ minutes, extraMinutes }: Pick<ItemClock, 'minutes' | 'extraMinutes'>): number =>
  (minutes + extraMinutes) * MINUTE;

/** Milliseconds spent on an item until `now`. */
export const spentMs = ({ spentMs: before, since }: ItemClock, now: Date): number =>
  before + (since ? Math.max(0, now.getTime() - since.getTime()) : 0);

/** Milliseconds left of an item; below zero once it is over its time. */
export const leftMs = (item: ItemClock, now: Date): number => allottedMs(item) - spentMs(item, now);

export interface Projection {
  /** When each item that is still to come is likely to begin. */
  begins: ReadonlyMap<string, Date>;
  /** When the meeting is likely to end. */
  end: Date;
}

/**
 * When what is left will come: the current item takes what is left of its time, those planned follow in their order.
 * Parked and finished items take no more.
 * @param items in the agenda's order
 * @param from now, or the meeting's start while it has not begun
 */
export function project(items: readonly ItemClock[], from: Date): Projection {
  const begins = new Map<string, Date>();
  let at = from.getTime();
  for (const item of items) if (item.state === 'CURRENT') at += Math.max(0, leftMs(item, from));
  for (const item of items) {
    if (item.state !== 'PLANNED') continue;
    begins.set(item.id, new Date(at));
    at += Math.max(0, leftMs(item, from));
  }
  return { begins, end: new Date(at) };
}

export interface Fit {
  /** Minutes that what is left of the agenda takes. */
  planned: number;
  /** Minutes of the meeting that are left. */
  available: number;
  /** What is left over; below zero where the agenda is too long. */
  spare: number;
}

/** The agenda against the meeting's length, in whole minutes. @param from now, or the start while it has not begun */
export function fit(items: readonly ItemClock[], from: Date, endsAt: Date): Fit {
  const planned = Math.ceil((project(items, from).end.getTime() - from.getTime()) / MINUTE);
  const available = Math.max(0, Math.floor((endsAt.getTime() - from.getTime()) / MINUTE));
  return { planned, available, spare: available - planned };
}
