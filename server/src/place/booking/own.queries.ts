import { can } from '@ww/shared/policy';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/demand.ts';
import { notFound } from '../../platform/errors.ts';
import { RATE_LIMITS } from '../../platform/limits.ts';
import type { Em } from '../../platform/orm.ts';
import { expectRetry, type Revealed } from '../../platform/reveal.ts';
import { clockOf } from '../hours/clock.queries.ts';
import { Place, Room } from '../place/place.entity.ts';
import { lineOf, roomView } from '../place/place.queries.ts';
import { Booking, BookingPrivate } from './booking.entity.ts';
import { viewBooking } from './booking.queries.ts';
import { bookingHolder, findByCode } from './own-booking.ts';
import { waysOut } from './week.queries.ts';
import type { OwnBooking, RevealedBooking } from './booking.types.ts';

/** Guessing codes is slowed down by address, right ones included. @throws AppError `NOT_FOUND`, `RATE_LIMITED`. */
export async function openBooking(ctx: Context, typed: string): Promise<Booking> {
  await ctx.services.limiter.take(RATE_LIMITS.ownCode, ctx.address);
  const booking = await findByCode(ctx.services.orm.em.fork(), ctx, typed);
  if (!booking || !can(bookingHolder(booking.id), 'booking.follow', { booking: booking.id })) throw notFound();
  return booking;
}

/** A booking as its borrower sees it. */
export async function ownOf(em: Em, id: string, now: Date, cursor: string): Promise<OwnBooking> {
  const booking = await em.findOneOrFail(Booking, { id });
  const place = await em.findOneOrFail(Place, { id: booking.placeId });
  const rooms = await em.find(Room, { placeId: place.id }, { orderBy: { rank: 'asc', name: 'asc', id: 'asc' } });
  return {
    ...{ cursor, place: lineOf(place, await clockOf(em, place.id, now), now), booking: await viewBooking(em, id) },
    ...{ roomName: rooms.find(({ id: roomId }) => roomId === booking.roomId)?.name ?? '', rooms: rooms.map(roomView) },
    ...{ rulesVersion: booking.rulesNumber ?? null, canChange: booking.isActive && booking.endsAt > now },
    alternatives: booking.isActive && booking.suspendedAt ? await waysOut(em, place, booking, now) : [],
  };
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

/** What an organisation has booked, from now on. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`. */
export async function readOrganisationBookings(ctx: Context, organisationId: string): Promise<OwnBooking[]> {
  demand(ctx, 'booking.read', { organisation: organisationId });
  const { cursor } = ctx.services.feed;
  const now = ctx.services.clock.now();
  const bookings = await ctx.em.find(
    Booking,
    { organisationId, endsAt: { $gt: now } },
    { orderBy: { startsAt: 'asc', id: 'asc' }, limit: AHEAD },
  );
  const own: OwnBooking[] = [];
  for (const { id } of bookings) own.push(await ownOf(ctx.em, id, now, cursor));
  return own;
}

/** What was just revealed. @throws AppError `INVALID` on `key` when it is too old to be a retry. */
export async function readRevealed(ctx: Context, { id, revealedAt }: Revealed): Promise<RevealedBooking> {
  expectRetry(ctx, revealedAt);
  const known = await ctx.em.findOne(BookingPrivate, { bookingId: id });
  const { name = null, email = null, phone = null, words = null } = known ?? {};
  return { id, name, email, phone, words, revealedAt: new Date(revealedAt) };
}
