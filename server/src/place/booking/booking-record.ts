import type { FieldError } from '@ww/shared/error-codes';
import { brokenRules, isFree, type RoomFacts, type Wish } from '@ww/shared/place/booking';
import type { Subject } from '@ww/shared/roles';
import type { Instant } from '@ww/shared/spans';
import { inWarsaw } from '@ww/shared/time';
import type { Loaded, Tx } from '../../platform/command.ts';
import { invalid, spaceTaken } from '../../platform/errors.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import { lockPlaceOf } from '../place/place-record.ts';
import type { Place } from '../place/place.entity.ts';
import { Booking } from './booking.entity.ts';
import { instead, type StepFacts } from './facts.queries.ts';

export interface BookingAt {
  booking: Booking;
  place: Place;
}

export function aboutBooking({ id }: Pick<Booking, 'id'>, { district }: Pick<Place, 'district'>): AuditOf {
  return { subjectType: 'booking', subjectId: id, district };
}

export const subjectOf = ({ placeId, organisationId }: Pick<Booking, 'placeId' | 'organisationId'>): Subject =>
  organisationId ? { place: placeId, organisation: organisationId } : { place: placeId };

/** Tells whoever follows the place, and the organisation or the meeting that has the room. */
export function announceBooking(tx: Tx, { id, placeId, organisationId, meetingId, version }: Booking): void {
  tx.event({ topic: 'booking', subjectId: id, scope: placeId, version });
  const borrower = organisationId ?? meetingId;
  if (borrower) tx.event({ topic: 'borrower', subjectId: borrower, scope: placeId, version });
}

/** A booking as it is once the calendar of its place is locked. */
export async function loadBooking(tx: Tx, id: string): Promise<Loaded<BookingAt> | null> {
  const place = await lockPlaceOf(tx, 'booking', id);
  if (!place) return null;
  const booking = await tx.em.findOneOrFail(Booking, { id });
  return { it: { booking, place }, subject: subjectOf(booking), about: aboutBooking(booking, place) };
}

/** The first instant of the Warsaw month of an instant, or of one so many months after. */
const monthOf = (at: Instant, after = 0) =>
  inWarsaw(at).startOfDay().with({ day: 1 }).add({ months: after }).startOfDay().epochMilliseconds;

/** The facts with the months barred that the borrower has used up, from now or from the wished time on. */
export async function withMonths(
  tx: Tx,
  facts: StepFacts,
  { id, placeId, borrower }: Pick<Booking, 'id' | 'placeId' | 'borrower'>,
  { startsAt }: Pick<Wish, 'startsAt'>,
): Promise<StepFacts> {
  const { perMonth } = facts.limits;
  if (!borrower || perMonth === Infinity) return facts;
  const rows = await tx.em.execute<{ startsAt: Date | string }[]>(
    `select starts_at as "startsAt" from booking where borrower = ? and place_id = ? and id <> ? and starts_at >= ?
       and state in ('REQUESTED', 'APPROVED', 'NO_SHOW')`,
    [borrower, placeId, id, new Date(monthOf(Math.min(Number(tx.now), Number(startsAt))))],
  );
  const months = Map.groupBy(rows, (row) => monthOf(new Date(row.startsAt)));
  return { ...facts, barred: [...months].flatMap(([from, those]) => (those.length >= perMonth ? [{ from, to: monthOf(from, 1) }] : [])) };
}

/** @throws AppError `INVALID` with the times that would do. */
export function refuse(facts: StepFacts, wish: Wish, errors: FieldError[]): never {
  throw invalid(errors, instead(facts, wish));
}

/**
 * The room, if a booking may be where it is to be: by the house's limits, the clock, the size of the room, and that nobody has it.
 * @param booking of whom nothing is counted twice
 * @throws AppError `INVALID` by field, `SPACE_TAKEN`; both with the times that would do.
 */
export async function expectRoom(
  tx: Tx,
  known: StepFacts,
  booking: Pick<Booking, 'id' | 'placeId' | 'borrower'>,
  wish: Wish,
): Promise<RoomFacts> {
  const room = known.rooms.find(({ id }) => id === wish.roomId);
  if (!room) throw invalid([{ path: 'roomId', rule: 'choice' }]);
  const facts = await withMonths(tx, known, booking, wish);
  const isFull = facts.barred?.some(({ from, to }) => from <= Number(wish.startsAt) && Number(wish.startsAt) < to);
  const errors = brokenRules(facts, wish, isFull ? facts.limits.perMonth : 0);
  if (errors.length > 0) refuse(facts, wish, errors);
  if (!isFree(room, wish.startsAt, wish.endsAt, facts.holds)) throw spaceTaken(instead(facts, wish));
  return room;
}
