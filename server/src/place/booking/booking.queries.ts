import { ACTIVE_BOOKINGS } from '@ww/shared/place/terms';
import type { Context } from '../../platform/context.ts';
import type { Em } from '../../platform/orm.ts';
import type { BookingView } from './booking.types.ts';

type Raw = Omit<BookingView, 'isSuspended' | 'isTaken' | 'startsAt' | 'endsAt' | 'heldFrom' | 'heldTo' | 'requestedAt' | 'answeredAt'> &
  Record<'startsAt' | 'endsAt' | 'heldFrom' | 'heldTo' | 'requestedAt', Date | string> & {
    suspendedAt: Date | string | null;
    answeredAt: Date | string | null;
    isTaken: boolean;
  };

/** Bookings without a person's data, by time. One statement. @param where of `b`, the booking */
export async function viewBookings(em: Em, where: string, values: unknown[]): Promise<BookingView[]> {
  const rows = await em.execute<Raw[]>(
    `select b.id, b.version, b.room_id as "roomId", b.kind, coalesce(o.name, b.group_name) as "borrowerName", b.purpose, b.people,
       b.starts_at as "startsAt", b.ends_at as "endsAt", b.held_from as "heldFrom", b.held_to as "heldTo", b.state, b.suspended_at as "suspendedAt",
       b.requested_at as "requestedAt", b.answered_at as "answeredAt", b.answered_by as "answeredBy", b.reason,
       (q.name is not null or q.email is not null or q.phone is not null or q.words is not null) as "hasContact",
       b.state = 'REQUESTED' and exists (select 1 from booking h where h.room_id = b.room_id and h.state = 'APPROVED'
         and tstzrange(h.held_from, h.held_to) && tstzrange(b.held_from, b.held_to)) as "isTaken"
     from booking b left join organisation o on o.id = b.organisation_id left join booking_private q on q.booking_id = b.id
     where ${where} order by b.starts_at, b.id`,
    values,
  );
  return rows.map(({ suspendedAt, ...row }) => ({
    ...row,
    isSuspended: suspendedAt !== null,
    ...{ startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt), heldFrom: new Date(row.heldFrom), heldTo: new Date(row.heldTo) },
    ...{ requestedAt: new Date(row.requestedAt), answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt) },
  }));
}

/** One booking as `viewBookings` shows it. @throws Error when it is gone */
export async function viewBooking(em: Em, id: string): Promise<BookingView> {
  const [view] = await viewBookings(em, 'b.id = ?', [id]);
  if (!view) throw new Error('no such booking');
  return view;
}

/** The booking of a step that the caller was let make. */
export const readBooking = (ctx: Context, { id }: { id: string }): Promise<BookingView> => viewBooking(ctx.services.orm.em.fork(), id);

/** Of `b`, the booking: what is in the staff's calendar. */
export const STAFF_SEES = `b.state in ('REQUESTED', 'APPROVED', 'NO_SHOW')`;
const ACTIVE = ACTIVE_BOOKINGS.map((state) => `'${state}'`).join(', ');
export const NEEDS_ATTENTION = `b.state in (${ACTIVE}) and (b.state = 'REQUESTED' or b.suspended_at is not null)`;
