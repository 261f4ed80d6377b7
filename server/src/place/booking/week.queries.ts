import { heldSpan, type PlaceFacts, type Wish } from '@ww/shared/place/booking';
import { check } from '@ww/shared/field-errors';
import { day } from '@ww/shared/fields';
import { hitBy, openSpans } from '@ww/shared/place/clock';
import { fromWarsaw } from '@ww/shared/time';
import { ACTIVE_BOOKINGS } from '@ww/shared/place/terms';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/demand.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Em } from '../../platform/orm.ts';
import { clockOf } from '../hours/clock.queries.ts';
import { asSpan, expectPlace, viewOf } from '../place/place.queries.ts';
import { Place } from '../place/place.entity.ts';
import { Booking } from './booking.entity.ts';
import { NEEDS_ATTENTION, STAFF_SEES, viewBookings } from './booking.queries.ts';
import { factsOf, instead } from './facts.queries.ts';
import type { BookingHit, BusySpan, FreeTime, PlaceWeek, StaffWeek } from './booking.types.ts';

const SHOWN = 200;

/** The Monday of a day's week, and the seven days from it. @throws AppError `INVALID` on `day`. */
export function weekOf(typed: string): { day: string; from: Date; to: Date } {
  if (!check(day, typed).ok) throw invalid([{ path: 'day', rule: 'day' }]);
  const given = Temporal.PlainDate.from(typed);
  const monday = given.subtract({ days: given.dayOfWeek - 1 });
  const at = (date: Temporal.PlainDate) => fromWarsaw(date.toPlainDateTime());
  return { day: monday.toString(), from: at(monday), to: at(monday.add({ days: 7 })) };
}

interface Seen {
  placeId: string;
  day: string;
  now: Date;
  cursor: string;
}

/** A week as everybody may see it; null where there is no such place. Five statements. */
export async function placeWeek(em: Em, { placeId, day: typed, now, cursor }: Seen): Promise<PlaceWeek | null> {
  const { day, from, to } = weekOf(typed);
  const place = await em.findOne(Place, { id: placeId });
  if (!place) return null;
  const { view, clock } = await viewOf(em, place, now, from < now ? from : now);
  const busy = await em.execute<(Omit<BusySpan, 'from' | 'to'> & Record<'from' | 'to', Date | string>)[]>(
    `select room_id as "roomId", held_from as "from", held_to as "to", state = 'REQUESTED' as "isAsked" from booking b
     where place_id = ? and held_from < ? and held_to > ? and ${STAFF_SEES} and state <> 'NO_SHOW' order by held_from`,
    [placeId, to, from],
  );
  const open = openSpans(clock, from, to).map(asSpan);
  return { cursor, place: view, day, open, busy: busy.map((span) => ({ ...span, from: new Date(span.from), to: new Date(span.to) })) };
}

/** A week as the staff see it; null where there is no such place. Six statements. */
export async function staffWeek(em: Em, { placeId, day: typed, now, cursor }: Seen): Promise<StaffWeek | null> {
  const { day, from, to } = weekOf(typed);
  const place = await em.findOne(Place, { id: placeId });
  if (!place) return null;
  const { view, clock } = await viewOf(em, place, now, from < now ? from : now);
  return {
    ...{ cursor, place: view, day, open: openSpans(clock, from, to).map(asSpan) },
    bookings: await viewBookings(em, `b.place_id = ? and b.held_from < ? and b.held_to > ? and ${STAFF_SEES}`, [placeId, to, from]),
    attention: (await viewBookings(em, `b.place_id = ? and b.ends_at > ? and ${NEEDS_ATTENTION}`, [placeId, now])).slice(0, SHOWN),
  };
}

/** @throws AppError `NOT_FOUND`; `INVALID` on `day`. */
export async function readPlaceWeek(ctx: Context, placeId: string, day: string): Promise<PlaceWeek> {
  const { cursor } = ctx.services.feed;
  const week = await placeWeek(ctx.em, { placeId, day, now: ctx.services.clock.now(), cursor });
  if (!week) throw notFound();
  return week;
}

/** @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`; `INVALID` on `day`. */
export async function readStaffWeek(ctx: Context, placeId: string, day: string): Promise<StaffWeek> {
  demand(ctx, 'place.read', { place: placeId });
  const { cursor } = ctx.services.feed;
  const week = await staffWeek(ctx.em, { placeId, day, now: ctx.services.clock.now(), cursor });
  if (!week) throw notFound();
  return week;
}

/** What could be had instead, as the API answers it. */
const freeTimes = (facts: PlaceFacts, booking: Wish): FreeTime[] =>
  instead(facts, booking).map(({ roomId, startsAt, endsAt }) => ({ roomId, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }));

/** Where a booking could go; nothing it holds itself stands in its way. */
export async function waysOut(em: Em, place: Place, booking: Booking, now: Date): Promise<FreeTime[]> {
  const facts = await factsOf(em, place, now, booking.id);
  return freeTimes(facts, booking);
}

/**
 * What a closing in [from, to) would hit, and where each could go instead. Nothing is changed.
 * @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`.
 */
export async function readImpact(ctx: Context, placeId: string, from: Date, to: Date): Promise<BookingHit[]> {
  demand(ctx, 'hours.write', { place: placeId });
  const now = ctx.services.clock.now();
  const place = await expectPlace(ctx.em, { id: placeId });
  const clock = await clockOf(ctx.em, placeId, now);
  const shut = { ...clock, closures: [...clock.closures, { from, to }] };
  const ahead = await ctx.em.find(
    Booking,
    { placeId, state: { $in: [...ACTIVE_BOOKINGS] }, endsAt: { $gt: now } },
    { orderBy: { startsAt: 'asc', id: 'asc' } },
  );
  const already = new Set(hitBy(clock, ahead));
  const hit = hitBy(shut, ahead).filter((booking) => !already.has(booking));
  const views = await viewBookings(ctx.em, 'b.id = any(?::uuid[])', [`{${hit.map(({ id }) => id).join(',')}}`]);
  const facts = await factsOf(ctx.em, place, now);
  let { holds } = facts;
  return views.map((booking) => {
    holds = holds.filter(({ roomId, from: heldFrom }) => roomId !== booking.roomId || Number(heldFrom) !== +booking.heldFrom);
    const alternatives = freeTimes({ ...facts, clock: shut, holds }, booking);
    // what is proposed first to one is not proposed to the next
    const [first] = alternatives;
    const room = facts.rooms.find(({ id }) => id === first?.roomId);
    if (first && room) holds = [...holds, { roomId: room.id, ...heldSpan(room, first.startsAt, first.endsAt) }];
    return { booking, alternatives };
  });
}

/** Where a booking could go. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`. */
export async function readWaysOut(ctx: Context, id: string): Promise<FreeTime[]> {
  const booking = await ctx.em.findOne(Booking, { id });
  const { placeId = '', organisationId } = booking ?? {};
  demand(ctx, 'booking.read', organisationId ? { place: placeId, organisation: organisationId } : { place: placeId });
  if (!booking) throw notFound();
  return waysOut(ctx.em, await expectPlace(ctx.em, { id: placeId }), booking, ctx.services.clock.now());
}
