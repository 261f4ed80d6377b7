import { bookableUntil, brokenRules, freeStarts, isFree, QUARTER_MINUTES, type PlaceFacts, type Wish } from '@ww/shared/place/booking';
import { openSpans } from '@ww/shared/place/clock';
import type { FieldError } from '@ww/shared/error-codes';
import { daysIn, merge, type Span } from '@ww/shared/spans';
import { addDays, clockOf, midnightOf } from '#lib/place/days.ts';
import type { Place, Room } from '#lib/place/documents.ts';
import type { PlaceWeek } from './documents.ts';

const MINUTE = 60_000;

/** A booking that is about to move: what it holds itself is free for it. */
export interface Held {
  roomId: string;
  heldFrom: string;
  heldTo: string;
}

/** All that free times depend on, in the weeks that are known. @param without a booking that is about to move */
export function factsOf(place: Place, busy: PlaceWeek['busy'], now: number, without: Held | null = null): PlaceFacts {
  const isOwn = ({ roomId, from, to }: PlaceWeek['busy'][number]) =>
    without !== null && roomId === without.roomId && from === without.heldFrom && to === without.heldTo;
  const holds = busy.filter((span) => !span.isAsked && !isOwn(span));
  return {
    clock: clockOf(place),
    rooms: place.rooms,
    holds: holds.map(({ roomId, from, to }) => ({ roomId, from: Date.parse(from), to: Date.parse(to) })),
    limits: place,
    now,
  };
}

/** The first and the last instant of a Warsaw day. */
function dayBounds(day: string): { from: number; to: number } {
  return { from: midnightOf(day), to: midnightOf(addDays(day, 1)) - 1 };
}

/** Every quarter of a day at which a booking of so many minutes may begin. */
export function startsOn(facts: PlaceFacts, room: Room, minutes: number, day: string): number[] {
  const { from, to } = dayBounds(day);
  return freeStarts(facts, room, minutes, from, to).flatMap((stretch) => quartersIn(stretch));
}

/** Both ends included. @param step minutes */
export function quartersIn({ from, to }: Span, step = QUARTER_MINUTES): number[] {
  const count = Math.floor((to - from) / (step * MINUTE)) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, i) => from + i * step * MINUTE);
}

/** When a room can be had on a day, setup and cleaning already taken off. */
export function usableOn(facts: PlaceFacts, room: Room, day: string): Span[] {
  const { from, to } = dayBounds(day);
  const shortest = facts.limits.shortestMinutes;
  return merge(freeStarts(facts, room, shortest, from, to).map((stretch) => ({ from: stretch.from, to: stretch.to + shortest * MINUTE })));
}

/** Days on which the place opens, as far ahead as one may book. */
export function daysToBook(place: Place, now: number): string[] {
  const clock = clockOf(place);
  const until = bookableUntil(place, now);
  return daysIn(now, until).filter((day) => {
    const { from, to } = dayBounds(day);
    return openSpans(clock, Math.max(from, now), to).length > 0;
  });
}

/** Lengths that one may choose: by half hours, from the shortest to the longest. */
export function lengthsOf({ shortestMinutes, longestMinutes }: Pick<Place, 'shortestMinutes' | 'longestMinutes'>): number[] {
  const first = Math.ceil(shortestMinutes / QUARTER_MINUTES) * QUARTER_MINUTES;
  const step = 30;
  const count = Math.floor((longestMinutes - first) / step) + 1;
  return Array.from({ length: Math.max(count, 1) }, (_, i) => first + i * step);
}

/** What is wrong with a wished time, under the name of the field that shows it; the month's limit only the server knows. */
export function wrongTime(facts: PlaceFacts, wish: Wish): FieldError[] {
  const room = facts.rooms.find(({ id }) => id === wish.roomId);
  if (!room) return [{ path: 'time', rule: 'choice' }];
  const broken = brokenRules(facts, wish, 0);
  if (broken.length > 0) return broken.map((error) => (error.path === 'people' ? error : { ...error, path: 'time' }));
  return isFree(room, wish.startsAt, wish.endsAt, facts.holds) ? [] : [{ path: 'time', rule: 'taken' }];
}
