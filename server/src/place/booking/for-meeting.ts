import { newId } from '@ww/shared/id';
import { QUARTER_MINUTES } from '@ww/shared/place/booking';
import type { FieldError } from '@ww/shared/error-codes';
import { ACTIVE_BOOKINGS } from '@ww/shared/place/terms';
import type { Tx } from '../../platform/command.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import { lockPlaceOf } from '../place/place-record.ts';
import { book, factsFor, type Wanted } from './book.ts';
import { aboutBooking, announceBooking, expectRoom, loadBooking } from './booking-record.ts';
import { Booking } from './booking.entity.ts';
import { move } from './move.ts';

const QUARTER = QUARTER_MINUTES * 60_000;

interface MeetingLike {
  id: string;
  district: string;
  startsAt: Date;
  endsAt: Date;
  seats: number;
}

/** From the quarter in which it begins to that in which it ends. */
const visitOf = ({ startsAt, endsAt }: MeetingLike) => ({
  startsAt: new Date(Math.floor(+startsAt / QUARTER) * QUARTER),
  endsAt: new Date(Math.ceil(+endsAt / QUARTER) * QUARTER),
});

/** As a meeting's form calls what a booking's form does. */
const FIELDS: Record<string, string> = { people: 'seats', endsAt: 'minutes' };

async function onMeetingsFields(step: Promise<unknown>): Promise<void> {
  await step.catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'INVALID') throw error;
    const { fields, alternatives } = error.extensions as { fields: FieldError[]; alternatives?: [] };
    throw invalid(
      fields.map(({ path, ...wrong }) => ({ ...wrong, path: FIELDS[path] ?? path })),
      alternatives,
    );
  });
}

/**
 * A meeting of a district's Network takes a room of one of the district's places in the step that calls it; where the house has its
 * staff decide, it waits for them. The coordinator is told as any borrower.
 * @throws AppError `INVALID` (`roomId` of another district: `choice`; hours; `seats` above the room's) and `SPACE_TAKEN`, with the times
 * that would do.
 */
export async function takeRoom(tx: Tx, meeting: MeetingLike, roomId: string): Promise<void> {
  const { signedIn } = tx.ctx;
  const place = await lockPlaceOf(tx, 'room', roomId);
  if (!signedIn || place?.district !== meeting.district) throw invalid([{ path: 'roomId', rule: 'choice' }]);
  const wanted: Wanted = {
    ...{ id: newId(tx.now.getTime()), roomId, ...visitOf(meeting), people: meeting.seats, purpose: 'MEETING' },
    ...{ kind: 'NETWORK', organisationId: null, meetingId: meeting.id, groupName: null, borrower: null, rulesNumber: null },
  };
  const contact = { name: signedIn.displayName, email: signedIn.email, phone: null, words: null };
  await onMeetingsFields(book(tx, place, wanted, contact, 'NETWORK'));
}

const roomOf = (tx: Tx, meetingId: string) => tx.em.findOne(Booking, { meetingId, state: { $in: [...ACTIVE_BOOKINGS] } });

/** The meeting does without its room; nothing where it has none. */
export async function giveRoomBack(tx: Tx, meetingId: string): Promise<void> {
  const found = await roomOf(tx, meetingId);
  const at = found && (await loadBooking(tx, found.id))?.it;
  if (!at?.booking.isActive) return;
  at.booking.answer('WITHDRAWN', null, null, tx.now);
  announceBooking(tx, at.booking);
  tx.audit(aboutBooking(at.booking, at.place), 'meeting.call');
  await tx.em.flush();
}

/** The room moves along with its meeting; nothing where it has none, or where nothing of it changes. @throws AppError as `takeRoom`. */
export async function moveRoomAlong(tx: Tx, meeting: MeetingLike): Promise<void> {
  const found = await roomOf(tx, meeting.id);
  const at = found && (await loadBooking(tx, found.id))?.it;
  if (!at) return;
  const { booking, place } = at;
  const visit = { roomId: booking.roomId, ...visitOf(meeting) };
  const isMoved = +visit.startsAt !== +booking.startsAt || +visit.endsAt !== +booking.endsAt;
  if (!isMoved && meeting.seats === booking.people) return;
  booking.people = meeting.seats;
  if (isMoved) await onMeetingsFields(move(tx, at, { version: booking.version, ...visit }, 'NETWORK'));
  else {
    await onMeetingsFields(expectRoom(tx, await factsFor(tx, place, true, booking.id), booking, { ...visit, people: meeting.seats }));
    booking.version++;
  }
  announceBooking(tx, booking);
  tx.audit(aboutBooking(booking, place), 'meeting.call');
}
