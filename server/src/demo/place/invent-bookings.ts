import { bookableUntil, heldSpan, isFree, type Hold } from '@ww/shared/place/booking';
import { hoursOf, isOpenFor } from '@ww/shared/place/clock';
import { ACTIVE_BOOKINGS, type BookingState } from '@ww/shared/place/terms';
import { newId } from '@ww/shared/id';
import { inWarsaw } from '@ww/shared/time';
import type { Dice } from '../random.ts';
import { BOOKINGS } from './bookings.ts';
import { momentOf, type DemoPlace, type DemoRoomFacts } from './open-place.ts';
import { MAL_WLOCHY } from './places.ts';
import type { Borrower, DemoBooking } from './terms.ts';

const HOUR = 3_600_000;
/** Usual open days around the demo's first that have bookings. */
const DAYS = { from: -12, to: 22 } as const;
const WRITTEN_DAYS = { from: -4, to: 5 } as const;
const GAPS = [0, 30, 60, 90, 120];
const LENGTHS = [60, 90, 120, 150, 180];

/** A booking of the demo as its table has it, without ids that only the database knows. */
export interface PlannedBooking {
  id: string;
  room: DemoRoomFacts;
  borrower: Borrower | null;
  from: DemoBooking;
  startsAt: Date;
  endsAt: Date;
  state: BookingState;
  requestedAt: Date;
  answeredAt: Date | null;
  suspendedAt: Date | null;
}

/**
 * The calendar of a place around the day on which the demo begins: what a closing hits is suspended, nothing meets in one room.
 * @throws Error for a written booking that its place would not have taken
 */
export function inventBookings(place: DemoPlace, borrowers: ReadonlyMap<string, Borrower>, dice: Dice): PlannedBooking[] {
  const holds: Hold[] = [];
  const written = place.data.slug === MAL_WLOCHY ? BOOKINGS : [];
  const booked = written.map((booking) => {
    const planned = plan(place, booking, borrowers, dice);
    const { room, startsAt, endsAt } = planned;
    const isPossible =
      isOpenFor(place.planned, startsAt, endsAt) && (planned.state !== 'APPROVED' || isFree(room, startsAt, endsAt, holds));
    if (!isPossible) throw new Error(`the demo can't book ${room.name} on ${startsAt.toISOString()}`);
    hold(holds, planned);
    return planned;
  });
  return [...booked, ...fill(place, borrowers, dice, { holds, before: booked })];
}

function hold(holds: Hold[], { state, room, startsAt, endsAt }: PlannedBooking): void {
  if (state === 'APPROVED') holds.push({ roomId: room.id, ...heldSpan(room, startsAt, endsAt) });
}

function plan(place: DemoPlace, booking: DemoBooking, borrowers: ReadonlyMap<string, Borrower>, dice: Dice): PlannedBooking {
  const { now, clock, data } = place;
  const day = place.dayOf(booking.day);
  const [startsAt, endsAt] = [momentOf(day, booking.hours[0]), momentOf(day, booking.hours[1])];
  const room = place.rooms.find(({ name }) => name === booking.room);
  const borrower = booking.who === null ? null : borrowers.get(booking.who);
  if (!room || borrower === undefined) throw new Error(`the demo knows no ${booking.room} or no ${String(booking.who)}`);
  const requestedAt = new Date(Math.min(now.getTime(), startsAt.getTime()) - dice.int(20, 200) * HOUR);
  const { state = 'APPROVED' } = booking;
  const isHit = ACTIVE_BOOKINGS.includes(state) && endsAt > now && !isOpenFor(clock, startsAt, endsAt);
  const closedAt = place.closures.find(({ from, to }) => from < endsAt && startsAt < to)?.closedAt ?? null;
  const isAtOnce = borrower === null || (data.limits.approval === 'AT_ONCE' && state === 'APPROVED');
  return {
    ...{ id: newId(requestedAt.getTime()), room, borrower, from: booking, startsAt, endsAt, state, requestedAt },
    answeredAt: answeredAt(state, isAtOnce, requestedAt, startsAt, dice),
    suspendedAt: isHit ? closedAt : null,
  };
}

function answeredAt(state: BookingState, isAtOnce: boolean, requestedAt: Date, startsAt: Date, dice: Dice): Date | null {
  const later = new Date(requestedAt.getTime() + dice.int(1, 15) * HOUR);
  if (state === 'REQUESTED') return null;
  if (state === 'NO_SHOW') return new Date(startsAt.getTime() + HOUR / 2);
  return isAtOnce ? requestedAt : later;
}

interface Filled {
  holds: Hold[];
  before: readonly PlannedBooking[];
}

/** Bookings that nobody wrote: every room on many of the days, each borrower no more often than the place lets them. */
function fill(place: DemoPlace, borrowers: ReadonlyMap<string, Borrower>, dice: Dice, { holds, before }: Filled): PlannedBooking[] {
  const names = [...borrowers.keys()];
  const counts = new Map<string, number>();
  const monthOf = (who: string | null, at: Date) => `${who ?? ''} ${inWarsaw(at).toPlainDate().toString().slice(0, 7)}`;
  const count = (planned: PlannedBooking) => {
    const key = monthOf(planned.from.who, planned.startsAt);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  before.forEach(count);
  return wishesFor(place, dice, before.length > 0).flatMap((wish) => {
    const who = dice.chance(0.12) ? null : dice.deal(names);
    const booking = { ...wish, who, purpose: purposeOf(wish.room, who, place, borrowers) };
    const planned = plan(place, { ...booking, state: stateOf(place, wish.day, who, dice) }, borrowers, dice);
    const { room, startsAt, endsAt } = planned;
    const isOver = who !== null && (counts.get(monthOf(who, startsAt)) ?? 0) >= place.data.limits.perMonth;
    const isLate = endsAt > bookableUntil(place.data.limits, place.now);
    if (isOver || isLate || !isOpenFor(place.clock, startsAt, endsAt) || !isFree(room, startsAt, endsAt, holds)) return [];
    hold(holds, planned);
    count(planned);
    return [planned];
  });
}

type Wish = Pick<DemoBooking, 'day' | 'room' | 'hours' | 'people'>;

function wishesFor(place: DemoPlace, dice: Dice, hasWritten: boolean): Wish[] {
  const days = Array.from({ length: DAYS.to - DAYS.from + 1 }, (_, at) => DAYS.from + at);
  const empty = days.filter((day) => !hasWritten || day < WRITTEN_DAYS.from || day > WRITTEN_DAYS.to);
  return empty.flatMap((day) =>
    place.rooms.flatMap((room) => {
      const [open] = hoursOf(place.planned, place.dayOf(day));
      const wishes: Wish[] = [];
      let at = (open?.from ?? 0) + dice.pick(GAPS);
      while (open && at < open.to && wishes.length < 3) {
        const to = at + Math.max(dice.pick(LENGTHS), place.data.limits.shortestMinutes);
        if (to <= open.to && dice.chance(0.55)) wishes.push({ day, room: room.name, hours: [at, to], people: peopleIn(room, dice) });
        at = to + 60 + dice.pick(GAPS);
      }
      return wishes;
    }),
  );
}

const peopleIn = ({ capacity }: DemoRoomFacts, dice: Dice): number => dice.int(Math.ceil(capacity * 0.4), capacity);

function purposeOf(room: string, who: string | null, { rooms }: DemoPlace, borrowers: ReadonlyMap<string, Borrower>) {
  if (rooms.find(({ name }) => name === room)?.equipment.includes('KITCHEN')) return 'COOKING';
  return (who === null ? null : borrowers.get(who)?.purpose) ?? 'CLASSES';
}

/** Far from today almost everything has its answer. */
function stateOf({ data }: DemoPlace, day: number, who: string | null, dice: Dice): BookingState {
  if (who === null) return 'APPROVED';
  if (dice.chance(0.08)) return 'WITHDRAWN';
  if (day < 0) return dice.chance(0.06) ? 'NO_SHOW' : 'APPROVED';
  return day > 0 && data.limits.approval === 'STAFF' && dice.chance(0.12) ? 'REQUESTED' : 'APPROVED';
}
