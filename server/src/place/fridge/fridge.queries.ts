import { isTooWarm } from '@ww/shared/place/fridge';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/demand.ts';
import { notFound } from '../../platform/errors.ts';
import type { Em } from '../../platform/orm.ts';
import { clockOf } from '../hours/clock.queries.ts';
import { Place } from '../place/place.entity.ts';
import { expectPlace, lineOf } from '../place/place.queries.ts';
import { FridgeItem, FridgeShelf, FridgeTemperature } from './fridge.entity.ts';
import type { FoodView, FridgeBoard, ShelfTemperature, TemperatureEntry } from './fridge.types.ts';

const foodView = ({ id, version, kind, what, amount, unit, madeOn, staysUntil, putAt }: FridgeItem): FoodView => ({
  ...{ id, version, kind, what, amount, unit, putAt, madeOn: madeOn ?? null, staysUntil: staysUntil ?? null },
});

interface LastOf {
  shelfId: string;
  degrees: string | number | null;
  measuredAt: Date | string | null;
  takenAt: Date | string | null;
}

/** What is in a place's fridge now; null where there is no such place. Five statements. */
export async function fridgeOf(em: Em, placeId: string, now: Date, cursor: string): Promise<FridgeBoard | null> {
  const place = await em.findOne(Place, { id: placeId });
  if (!place) return null;
  const shelves = await em.find(FridgeShelf, { placeId, removedAt: null }, { orderBy: { rank: 'asc', name: 'asc', id: 'asc' } });
  const items = await em.find(
    FridgeItem,
    { placeId, state: 'THERE' },
    { orderBy: [{ staysUntil: 'asc nulls last' }, { putAt: 'asc' }, { id: 'asc' }] },
  );
  const last = await em.execute<LastOf[]>(
    `select s.id as "shelfId", t.degrees, t.measured_at as "measuredAt",
       (select max(i.ended_at) from fridge_item i where i.shelf_id = s.id and i.state = 'TAKEN') as "takenAt"
     from fridge_shelf s left join lateral (select degrees, measured_at from fridge_temperature where shelf_id = s.id order by measured_at desc, id desc limit 1) t on true
     where s.place_id = ?`,
    [placeId],
  );
  const { version, refused, homeMadeDays, coldMax } = place;
  return {
    ...{ cursor, version, place: lineOf(place, await clockOf(em, placeId, now), now), refused, homeMadeDays, coldMax },
    shelves: shelves.map(({ id, version: shelfVersion, name, kind, rank }) => {
      const { degrees = null, measuredAt = null, takenAt = null } = last.find(({ shelfId }) => shelfId === id) ?? {};
      return {
        ...{ id, version: shelfVersion, name, kind, rank, items: items.filter(({ shelfId }) => shelfId === id).map(foodView) },
        temperature: temperatureOf(degrees, measuredAt, kind === 'COLD' ? place : null),
        lastTakenAt: takenAt === null ? null : new Date(takenAt),
      };
    }),
  };
}

/** @param cold the place of a cold shelf; on another no temperature is too warm */
function temperatureOf(degrees: string | number | null, at: Date | string | null, cold: Place | null): ShelfTemperature | null {
  if (degrees === null || at === null) return null;
  return { degrees: Number(degrees), measuredAt: new Date(at), isTooWarm: cold !== null && isTooWarm(Number(degrees), cold) };
}

/** @throws AppError `NOT_FOUND`. */
export async function readFridge(ctx: Context, placeId: string): Promise<FridgeBoard> {
  const { cursor } = ctx.services.feed;
  const board = await fridgeOf(ctx.em, placeId, ctx.services.clock.now(), cursor);
  if (!board) throw notFound();
  return board;
}

const LOGGED = 200;

/** The temperature log, the latest first. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`. */
export async function readTemperatures(ctx: Context, placeId: string): Promise<TemperatureEntry[]> {
  demand(ctx, 'fridge.tend', { place: placeId });
  const place = await expectPlace(ctx.em, { id: placeId });
  const shelves = await ctx.em.find(FridgeShelf, { placeId });
  const entries = await ctx.em.find(FridgeTemperature, { placeId }, { orderBy: { measuredAt: 'desc', id: 'desc' }, limit: LOGGED });
  return entries.map(({ id, shelfId, degrees, measuredAt, measuredBy }) => {
    const shelf = shelves.find(({ id: known }) => known === shelfId);
    const isWarm = shelf?.kind === 'COLD' && isTooWarm(degrees, place);
    return { id, shelfName: shelf?.name ?? '', degrees, measuredAt, measuredBy, isTooWarm: isWarm };
  });
}
