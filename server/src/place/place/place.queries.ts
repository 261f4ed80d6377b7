import { nextOpening, openSpans, type PlaceClock } from '@ww/shared/place/clock';
import type { Span } from '@ww/shared/spans';
import { startOfWarsawDay } from '@ww/shared/time';
import { warsawDay } from '@ww/shared/week';
import type { Context } from '../../platform/context.ts';
import { notFound } from '../../platform/errors.ts';
import type { Em } from '../../platform/orm.ts';
import { roomsOf } from '../booking/facts.queries.ts';
import { clockOf, knownClock, readClocks } from '../hours/clock.queries.ts';
import { Closure } from '../hours/hours.entity.ts';
import { HouseRules, Place, type Room } from './place.entity.ts';
import type { HouseRulesView, PlaceLine, PlaceView, RoomView, TimeSpan } from './place.types.ts';

/** How far ahead opening hours are told, so that a page knows what is open without asking again. */
const TOLD_MS = 14 * 86_400_000;

export const asSpan = ({ from, to }: Span): TimeSpan => ({ from: new Date(from), to: new Date(to) });

function upcomingOf(clock: PlaceClock, now: Date): TimeSpan[] {
  const told = openSpans(clock, now, now.getTime() + TOLD_MS);
  const next = told.length > 0 ? null : nextOpening(clock, now);
  return (next ? [next] : told).map(asSpan);
}

export function lineOf({ id, slug, name, district, address, phone, hasFridge }: Place, clock: PlaceClock, now: Date): PlaceLine {
  return { id, slug, name, district, address, phone, hasFridge, upcoming: upcomingOf(clock, now) };
}

export function roomView({ id, version, name, capacity, equipment, stepFree, setupMinutes, cleaningMinutes, rank }: Room): RoomView {
  return { id, version, name, capacity, equipment, stepFree, setupMinutes, cleaningMinutes, rank };
}

/** A place with its hours from `since` on. Three statements. */
export async function viewOf(em: Em, place: Place, now: Date, since: Date = now): Promise<{ view: PlaceView; clock: PlaceClock }> {
  const clock = await clockOf(em, place.id, since);
  const rooms = await roomsOf(em, place.id);
  const closures = await em.find(Closure, { placeId: place.id, toAt: { $gt: now }, reopenedAt: null }, { orderBy: { fromAt: 'asc' } });
  const { version, shortestMinutes, longestMinutes, daysAhead, perMonth, approval, closedOnHolidays, rulesVersion, refused } = place;
  const today = warsawDay(now);
  const view = {
    ...lineOf(place, clock, now),
    ...{ version, shortestMinutes, longestMinutes, daysAhead, perMonth, approval, closedOnHolidays, rulesVersion, refused },
    ...{ homeMadeDays: place.homeMadeDays, coldMax: place.coldMax, rooms: rooms.map(roomView) },
    weeks: clock.weeks
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ from, until, weekly }) => ({ from, until, weekly: [...weekly] })),
    days: clock.days
      .flatMap(({ day, hours }) => (day >= today ? [{ day, hours: [...hours] }] : []))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    closures: closures.map(({ id, fromAt, toAt, reason }) => ({ id, from: fromAt, to: toAt, reason })),
  };
  return { view, clock };
}

/** Every place that lends rooms. Two statements. */
export async function readPlaces(ctx: Context): Promise<PlaceLine[]> {
  const now = ctx.services.clock.now();
  const places = await ctx.em.find(Place, {}, { orderBy: { name: 'asc', id: 'asc' } });
  const clocks = await readClocks(ctx.em, now);
  return places.map((place) => lineOf(place, knownClock(clocks, place.id), now));
}

/** @throws AppError `NOT_FOUND`. */
export async function expectPlace(em: Em, where: { id: string } | { slug: string }): Promise<Place> {
  const place = await em.findOne(Place, where);
  if (!place) throw notFound();
  return place;
}

async function readWhole(ctx: Context, where: { id: string } | { slug: string }): Promise<PlaceView> {
  const em = ctx.services.orm.em.fork();
  const now = ctx.services.clock.now();
  const { view } = await viewOf(em, await expectPlace(em, where), now, startOfWarsawDay(now));
  return view;
}

/** @throws AppError `NOT_FOUND`. */
export const readPlace = (ctx: Context, slug: string): Promise<PlaceView> => readWhole(ctx, { slug });

/** @throws AppError `NOT_FOUND`. */
export const readPlaceById = (ctx: Context, id: string): Promise<PlaceView> => readWhole(ctx, { id });

/** @param version of the rules that hold now by itself. @throws AppError `NOT_FOUND`. */
export async function readRules(ctx: Context, placeId: string, version: number | null): Promise<HouseRulesView> {
  const place = await expectPlace(ctx.em, { id: placeId });
  const rules = await ctx.em.findOne(HouseRules, { placeId, number: version ?? place.rulesVersion });
  if (!rules) throw notFound();
  return { version: rules.number, text: rules.words, publishedAt: rules.publishedAt };
}
