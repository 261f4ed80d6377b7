import { can } from '@ww/shared/policy';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/demand.ts';
import { notFound } from '../../platform/errors.ts';
import { RATE_LIMITS } from '../../platform/limits.ts';
import type { Em } from '../../platform/orm.ts';
import { expectRetry, type Revealed } from '../../platform/reveal.ts';
import { knownClock, readClocks } from '../hours/clock.queries.ts';
import { Place, Room } from '../place/place.entity.ts';
import { lineOf, roomView } from '../place/place.queries.ts';
import { Booking, BookingPrivate } from './booking.entity.ts';
import { viewBookings } from './booking.queries.ts';
import { bookingHolder, findByCode } from './own-booking.ts';
import { waysOut } from './week.queries.ts';
import type { RevealedBooking } from './booking.types.ts';
import type { OrganisationBookings, OwnBooking } from './own.types.ts';

/** Guessing codes is slowed down by address, right ones included. @throws AppError `NOT_FOUND`, `RATE_LIMITED`. */
export async function openBooking(ctx: Context, typed: string): Promise<Booking> {
  await ctx.services.limiter.take(RATE_LIMITS.ownCode, ctx.address);
  const booking = await findByCode(ctx.services.orm.em.fork(), ctx, typed);
  if (!booking || !can(bookingHolder(booking.id), 'booking.follow', { booking: booking.id })) throw notFound();
  return booking;
}

/** Bookings as their borrower sees them, by time. Four statements, and three for each that is suspended. */
async function ownViews(em: Em, bookings: readonly Booking[], now: Date, cursor: string): Promise<OwnBooking[]> {
  const placeIds = [...new Set(bookings.map(({ placeId }) => placeId))];
  const [only = null] = placeIds.length === 1 ? placeIds : [];
  const places = new Map((await em.find(Place, { id: { $in: placeIds } })).map((place) => [place.id, place]));
  const rooms = await em.find(Room, { placeId: { $in: placeIds } }, { orderBy: { rank: 'asc', name: 'asc', id: 'asc' } });
  const clocks = await readClocks(em, now, only);
  const found = new Map(bookings.map((booking) => [booking.id, booking]));
  const own: OwnBooking[] = [];
  for (const view of await viewBookings(em, 'b.id = any(?::uuid[])', [`{${[...found.keys()].join(',')}}`])) {
    const booking = found.get(view.id);
    const place = booking && places.get(booking.placeId);
    if (!place) throw new Error('a booking without its place');
    const its = rooms.filter(({ placeId }) => placeId === place.id);
    own.push({
      ...{ cursor, place: lineOf(place, knownClock(clocks, place.id), now), booking: view, rooms: its.map(roomView) },
      ...{ roomName: its.find(({ id }) => id === booking.roomId)?.name ?? '', rulesVersion: booking.rulesNumber ?? null },
      canChange: booking.isActive && booking.endsAt > now,
      alternatives: booking.isActive && booking.suspendedAt ? await waysOut(em, place, booking, now) : [],
    });
  }
  return own;
}

/** A booking as its borrower sees it. @throws Error when it is gone */
export async function ownOf(em: Em, id: string, now: Date, cursor: string): Promise<OwnBooking> {
  const [own] = await ownViews(em, [await em.findOneOrFail(Booking, { id })], now, cursor);
  if (!own) throw new Error('no such booking');
  return own;
}

/** @throws AppError `NOT_FOUND`, `RATE_LIMITED`. */
export async function readOwnBooking(ctx: Context, code: string): Promise<OwnBooking> {
  const { cursor } = ctx.services.feed;
  return ownOf(ctx.em, (await openBooking(ctx, code)).id, ctx.services.clock.now(), cursor);
}

/** After a step with a code, which was counted already. */
export function readOwnAgain(ctx: Context, id: string): Promise<OwnBooking> {
  return ownOf(ctx.em.fork(), id, ctx.services.clock.now(), ctx.services.feed.cursor);
}

const AHEAD = 100;

/** What an organisation has booked, from now on. */
export async function bookingsOf(em: Em, organisationId: string, now: Date, cursor: string): Promise<OrganisationBookings> {
  const bookings = await em.find(
    Booking,
    { organisationId, endsAt: { $gt: now } },
    { orderBy: { startsAt: 'asc', id: 'asc' }, limit: AHEAD },
  );
  return { cursor, bookings: bookings.length > 0 ? await ownViews(em, bookings, now, cursor) : [] };
}

/** As `bookingsOf`. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`. */
export async function readOrganisationBookings(ctx: Context, organisationId: string): Promise<OrganisationBookings> {
  demand(ctx, 'booking.read', { organisation: organisationId });
  const { cursor } = ctx.services.feed;
  return bookingsOf(ctx.em, organisationId, ctx.services.clock.now(), cursor);
}

/** What was just revealed. @throws AppError `INVALID` on `key` when it is too old to be a retry. */
export async function readRevealed(ctx: Context, { id, revealedAt }: Revealed): Promise<RevealedBooking> {
  expectRetry(ctx, revealedAt);
  const known = await ctx.em.findOne(BookingPrivate, { bookingId: id });
  const { name = null, email = null, phone = null, words = null } = known ?? {};
  return { id, name, email, phone, words, revealedAt: new Date(revealedAt) };
}
