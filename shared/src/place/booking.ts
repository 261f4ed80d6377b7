import type { FieldError } from '../error-codes.ts';
import { type Instant, type Span, subtract } from '../spans.ts';
import { fromWarsaw, inWarsaw } from '../time.ts';
import { isOpenFor, openSpans, type PlaceClock } from './clock.ts';
import type { Approval, Equipment } from './terms.ts';

const MINUTE = 60_000;
/** Bookings begin and end on a quarter of an hour. */
export const QUARTER_MINUTES = 15;
const QUARTER = QUARTER_MINUTES * MINUTE;
/** How far around the wished time another one is looked for. */
const AROUND_DAYS = 21;
/** How many of each kind are proposed. */
const PROPOSED = 3;

/** What a place allows; minutes, days, and bookings of one borrower that begin in one of Warsaw's months. */
export interface BookingLimits {
  shortestMinutes: number;
  longestMinutes: number;
  daysAhead: number;
  perMonth: number;
  approval: Approval;
}

export interface RoomFacts {
  id: string;
  capacity: number;
  equipment: readonly Equipment[];
  stepFree: boolean;
  /** Before and after each booking, in which the room is held as well. */
  setupMinutes: number;
  cleaningMinutes: number;
}

/** A room that is held, buffers included. */
export interface Hold {
  roomId: string;
  from: Instant;
  to: Instant;
}

export interface Wish {
  roomId: string;
  startsAt: Instant;
  endsAt: Instant;
  people: number;
}

/** A place as far as bookings depend on it. */
export interface PlaceFacts {
  clock: PlaceClock;
  rooms: readonly RoomFacts[];
  /** Of what is approved. */
  holds: readonly Hold[];
  limits: BookingLimits;
  now: Instant;
  /** Before which nothing is proposed, where that is later than now. */
  earliest?: Instant;
  /** In which nothing may begin: months that the borrower has used up. */
  barred?: readonly Span[];
}

export interface FreeTime {
  roomId: string;
  from: number;
  to: number;
}

/** From setup to cleaning. */
export function heldSpan({ setupMinutes, cleaningMinutes }: RoomFacts, startsAt: Instant, endsAt: Instant): Span {
  return { from: Number(startsAt) - setupMinutes * MINUTE, to: Number(endsAt) + cleaningMinutes * MINUTE };
}

/** Whether a room with its buffers meets nothing that holds it. */
export function isFree(room: RoomFacts, startsAt: Instant, endsAt: Instant, holds: readonly Hold[]): boolean {
  const { from, to } = heldSpan(room, startsAt, endsAt);
  return !holds.some((hold) => hold.roomId === room.id && Number(hold.from) < to && from < Number(hold.to));
}

/** The last instant of Warsaw's day up to which one may book. */
export function bookableUntil({ daysAhead }: BookingLimits, now: Instant): Date {
  return fromWarsaw(
    inWarsaw(now)
      .toPlainDate()
      .add({ days: daysAhead + 1 })
      .toPlainDateTime(),
  );
}

const isQuarter = (at: Instant) => Number(at) % QUARTER === 0;

/**
 * Which rules of the place a wish breaks, by field, the time's first; whether the room is taken is not among them.
 * @param ofMonth how many bookings of the borrower begin in that month already
 */
export function brokenRules(
  { clock, rooms, limits, now }: PlaceFacts,
  { roomId, startsAt, endsAt, people }: Wish,
  ofMonth: number,
): FieldError[] {
  const room = rooms.find(({ id }) => id === roomId);
  const minutes = (Number(endsAt) - Number(startsAt)) / MINUTE;
  const errors: FieldError[] = [];
  if (!isQuarter(startsAt)) errors.push({ path: 'startsAt', rule: 'quarter' });
  else if (Number(startsAt) <= Number(now)) errors.push({ path: 'startsAt', rule: 'startInPast' });
  else if (Number(endsAt) > bookableUntil(limits, now).getTime())
    errors.push({ path: 'startsAt', rule: 'tooFarAhead', limit: limits.daysAhead });
  if (minutes <= 0) errors.push({ path: 'endsAt', rule: 'hoursOrder' });
  else if (!isQuarter(endsAt)) errors.push({ path: 'endsAt', rule: 'quarter' });
  else if (minutes < limits.shortestMinutes) errors.push({ path: 'endsAt', rule: 'bookingTooShort', limit: limits.shortestMinutes });
  else if (minutes > limits.longestMinutes) errors.push({ path: 'endsAt', rule: 'bookingTooLong', limit: limits.longestMinutes });
  if (errors.length === 0 && !isOpenFor(clock, startsAt, endsAt)) errors.push({ path: 'startsAt', rule: 'placeClosed' });
  if (room && people > room.capacity) errors.push({ path: 'people', rule: 'tooManyPeople', limit: room.capacity });
  if (ofMonth >= limits.perMonth) errors.push({ path: 'startsAt', rule: 'monthLimit', limit: limits.perMonth });
  return errors;
}

/** Stretches of instants within [from, to] at which a booking of so many minutes may begin; both ends of a stretch are included. */
export function freeStarts(facts: PlaceFacts, room: RoomFacts, minutes: number, from: Instant, to: Instant): Span[] {
  const { clock, holds, limits, now, earliest = now } = facts;
  const length = minutes * MINUTE;
  const latest = Math.min(Number(to) + length, bookableUntil(limits, now).getTime());
  const open = openSpans(clock, Math.max(Number(from), Number(now) + 1, Number(earliest)), latest);
  const starts = open.flatMap((span) => (span.to - span.from >= length ? [{ from: span.from, to: span.to - length + 1 }] : []));
  // a start too near to what holds the room would meet it with one of the buffers
  const blocked = holds.flatMap((hold) =>
    hold.roomId === room.id
      ? [{ from: Number(hold.from) - length - room.cleaningMinutes * MINUTE + 1, to: Number(hold.to) + room.setupMinutes * MINUTE }]
      : [],
  );
  return subtract(starts, [...blocked, ...(facts.barred ?? [])]).flatMap((span) => {
    const quarters = { from: Math.ceil(span.from / QUARTER) * QUARTER, to: Math.floor((span.to - 1) / QUARTER) * QUARTER };
    return quarters.from <= quarters.to && quarters.from <= Number(to) ? [quarters] : [];
  });
}

/** Whether a room is fit for so many people and has what is asked for. */
export function suits(room: RoomFacts, people: number, equipment: readonly Equipment[] = [], stepFree = false): boolean {
  return room.capacity >= people && equipment.every((each) => room.equipment.includes(each)) && (room.stepFree || !stepFree);
}

/** The same instant, or the end of what bars it. */
function outOf(barred: readonly Span[], at: number): number {
  const span = barred.find(({ from, to }) => from <= at && at < to);
  return span ? outOf(barred, span.to) : at;
}

/** The start in the stretch that is nearest to the wished one. */
const nearest = ({ from, to }: Span, wished: number) => Math.min(Math.max(wished, from), to);

/** The stretch of starts without one of them: what is before it and what is after. */
const besides = ({ from, to }: Span, start: number): Span[] =>
  start < from || to < start
    ? [{ from, to }]
    : [
        { from, to: start - QUARTER },
        { from: start + QUARTER, to },
      ].filter((part) => part.from <= part.to);

/** How long a booking would be in place of so many minutes: whole quarters within the limits; null where the limits hold none. */
function lengthFor({ shortestMinutes, longestMinutes }: BookingLimits, minutes: number): number | null {
  const shortest = Math.ceil(shortestMinutes / QUARTER_MINUTES) * QUARTER_MINUTES;
  const longest = Math.floor(longestMinutes / QUARTER_MINUTES) * QUARTER_MINUTES;
  const whole = Math.ceil(minutes / QUARTER_MINUTES) * QUARTER_MINUTES;
  return shortest <= longest ? Math.min(Math.max(whole, shortest), longest) : null;
}

/**
 * What could be had instead: other rooms at the same time, those that fit most closely first; then the nearest start of each free
 * stretch of the same room (or of one that is large enough). At most three of each, never the wish itself. Empty when nothing is
 * free within three weeks.
 */
export function alternatives(facts: PlaceFacts, wish: Wish): FreeTime[] {
  const { rooms, clock, holds, limits, now, earliest = now, barred = [] } = facts;
  const own = rooms.find(({ id }) => id === wish.roomId);
  const [start, end] = [Number(wish.startsAt), Number(wish.endsAt)];
  const minutes = lengthFor(limits, (end - start) / MINUTE);
  if (minutes === null) return [];
  const large = rooms.filter((room) => suits(room, wish.people)).toSorted((a, b) => a.capacity - b.capacity);
  const until = bookableUntil(limits, now).getTime();
  const isPossible =
    start > Number(now) &&
    start >= Number(earliest) &&
    outOf(barred, start) === start &&
    end <= until &&
    isQuarter(start) &&
    (end - start) / MINUTE === minutes &&
    isOpenFor(clock, start, end);
  const otherRooms = isPossible ? large.filter((room) => room.id !== wish.roomId && isFree(room, start, end, holds)) : [];
  const room = own && suits(own, wish.people) ? own : large[0];
  const around = AROUND_DAYS * 86_400_000;
  const aim = Math.min(outOf(barred, Math.max(start, Number(earliest))), until);
  const wished = Math.round(aim / QUARTER) * QUARTER;
  // the wish itself, or already named among the other rooms
  const isNamed = room !== undefined && (room.id === wish.roomId || otherRooms.slice(0, PROPOSED).includes(room));
  const isItself = isNamed && isQuarter(start) && (end - start) / MINUTE === minutes;
  const stretches = room ? freeStarts(facts, room, minutes, wished - around, wished + around) : [];
  const otherTimes = stretches
    .flatMap((stretch) => (isItself ? besides(stretch, start) : [stretch]))
    .map((stretch) => nearest(stretch, wished))
    .toSorted((a, b) => Math.abs(a - aim) - Math.abs(b - aim) || a - b);
  return [
    ...otherRooms.slice(0, PROPOSED).map(({ id }) => ({ roomId: id, from: start, to: end })),
    ...(room ? otherTimes.slice(0, PROPOSED).map((from) => ({ roomId: room.id, from, to: from + minutes * MINUTE })) : []),
  ];
}
