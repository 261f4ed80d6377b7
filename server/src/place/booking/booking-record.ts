import type { FieldError } from '@ww/shared/error-codes';
import { brokenRules, isFree, type PlaceFacts, type Wish } from '@ww/shared/place/booking';
import type { Subject } from '@ww/shared/roles';
import { inWarsaw } from '@ww/shared/time';
import type { Loaded, Tx } from '../../platform/command.ts';
import { invalid, spaceTaken } from '../../platform/errors.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import { lockPlace } from '../place/place-record.ts';
import type { Place } from '../place/place.entity.ts';
import { Booking } from './booking.entity.ts';
import { instead } from './facts.queries.ts';

export interface BookingAt {
  booking: Booking;
  place: Place;
}

export function aboutBooking({ id }: Pick<Booking, 'id'>, { district }: Pick<Place, 'district'>): AuditOf {
  return { subjectType: 'booking', subjectId: id, district };
}

export const subjectOf = ({ placeId, organisationId }: Pick<Booking, 'placeId' | 'organisationId'>): Subject =>
  organisationId ? { place: placeId, organisation: organisationId } : { place: placeId };

export function announceBooking(tx: Tx, { id, placeId, version }: Booking): void {
  tx.event({ topic: 'booking', subjectId: id, scope: placeId, version });
}

/** A booking as it is once the calendar of its place is locked. */
export async function loadBooking(tx: Tx, id: string): Promise<Loaded<BookingAt> | null> {
  const [found] = await tx.em.execute<{ place_id: string }[]>('select place_id from booking where id = ?', [id]);
  const place = found && (await lockPlace(tx, found.place_id));
  if (!place) return null;
  const booking = await tx.em.findOneOrFail(Booking, { id });
  return { it: { booking, place }, subject: subjectOf(booking), about: aboutBooking(booking, place) };
}

/** How many bookings of a borrower begin in the Warsaw month of an instant. */
async function ofMonth(tx: Tx, placeId: string, borrower: string | null, at: Date, without: string): Promise<number> {
  if (borrower === null) return 0;
  const month = inWarsaw(at).startOfDay().with({ day: 1 });
  const [row] = await tx.em.execute<{ count: number }[]>(
    `select count(*)::int as count from booking where borrower = ? and place_id = ? and id <> ? and starts_at >= ? and starts_at < ?
       and state in ('REQUESTED', 'APPROVED', 'NO_SHOW')`,
    [borrower, placeId, without, new Date(month.epochMilliseconds), new Date(month.add({ months: 1 }).epochMilliseconds)],
  );
  return row?.count ?? 0;
}

/** The first instant of the Warsaw month after. */
const nextMonth = (at: Date) => new Date(inWarsaw(at).startOfDay().with({ day: 1 }).add({ months: 1 }).epochMilliseconds);

/** @throws AppError `INVALID` with the times that would do. */
export function refuse(facts: PlaceFacts, wish: Wish, errors: FieldError[]): never {
  const isMonthFull = errors.some(({ rule }) => rule === 'monthLimit');
  const earliest = isMonthFull ? nextMonth(new Date(Number(wish.startsAt))) : null;
  throw invalid(errors, instead(earliest ? { ...facts, earliest } : facts, wish));
}

/**
 * Whether a booking may be where it is to be: the house's limits, the clock, the size of the room, and that nobody has it.
 * @param booking of whom nothing is counted twice
 * @throws AppError `INVALID` by field, `SPACE_TAKEN`; both with the times that would do.
 */
export async function expectRoom(
  tx: Tx,
  facts: PlaceFacts,
  { id, placeId, borrower }: Pick<Booking, 'id' | 'placeId' | 'borrower'>,
  wish: Wish,
): Promise<void> {
  const room = facts.rooms.find(({ id: known }) => known === wish.roomId);
  if (!room) throw invalid([{ path: 'roomId', rule: 'choice' }]);
  const errors = brokenRules(facts, wish, await ofMonth(tx, placeId, borrower ?? null, new Date(Number(wish.startsAt)), id));
  if (errors.length > 0) refuse(facts, wish, errors);
  if (!isFree(room, wish.startsAt, wish.endsAt, facts.holds)) throw spaceTaken(instead(facts, wish));
}
