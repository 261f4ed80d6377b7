import { check } from '@ww/shared/field-errors';
import { freeStarts, suits, type Hold } from '@ww/shared/place/booking';
import { FindRoom } from '@ww/shared/place/input';
import { fromWarsaw } from '@ww/shared/time';
import type { Context } from '../../platform/context.ts';
import { invalid } from '../../platform/errors.ts';
import type { Em } from '../../platform/orm.ts';
import { knownClock, readClocks } from '../hours/clock.queries.ts';
import { Place, Room } from '../place/place.entity.ts';
import { asSpan, lineOf, roomView } from '../place/place.queries.ts';
import type { FreeRoom } from './booking.types.ts';

/** What holds rooms on a day, and as far around it as a booking with its buffers can reach. */
async function holdsAround(em: Em, from: Date, to: Date): Promise<Hold[]> {
  const rows = await em.execute<{ roomId: string; from: Date | string; to: Date | string }[]>(
    `select room_id as "roomId", held_from as "from", held_to as "to" from booking
     where state = 'APPROVED' and held_from < ?::timestamptz + interval '1 day' and held_to > ?::timestamptz - interval '1 day'`,
    [to, from],
  );
  return rows.map(({ roomId, ...held }) => ({ roomId, from: new Date(held.from), to: new Date(held.to) }));
}

/** Rooms that are free on a day for so long and so many, those that fit most closely first. Four statements. @throws AppError `INVALID` by field. */
export async function findRooms(ctx: Context, raw: unknown, placeId: string | null = null): Promise<FreeRoom[]> {
  const checked = check(FindRoom, raw);
  if (!checked.ok) throw invalid(checked.errors);
  const { day, minutes, people, equipment, stepFree } = checked.value;
  const date = Temporal.PlainDate.from(day);
  const [from, to] = [date, date.add({ days: 1 })].map((each) => fromWarsaw(each.toPlainDateTime())) as [Date, Date];
  const now = ctx.services.clock.now();
  const places = await ctx.em.find(Place, placeId ? { id: placeId } : {}, { orderBy: { name: 'asc', id: 'asc' } });
  const rooms = await ctx.em.find(
    Room,
    { retiredAt: null, ...(placeId ? { placeId } : {}) },
    { orderBy: { rank: 'asc', name: 'asc', id: 'asc' } },
  );
  const clocks = await readClocks(ctx.em, now, placeId);
  const holds = await holdsAround(ctx.em, from, to);
  const found = places.flatMap((place): FreeRoom[] => {
    if (minutes < place.shortestMinutes || minutes > place.longestMinutes) return [];
    const own = rooms.filter((room) => room.placeId === place.id);
    const clock = knownClock(clocks, place.id);
    const facts = { clock, rooms: own.map((room) => room.facts), holds, limits: place.limits, now };
    const line = lineOf(place, clock, now);
    return own.flatMap((room) => {
      if (!suits(room.facts, people, equipment, stepFree)) return [];
      const starts = freeStarts(facts, room.facts, minutes, from, to.getTime() - 1).map(asSpan);
      return starts.length > 0 ? [{ place: line, room: roomView(room), starts }] : [];
    });
  });
  return found.toSorted((a, b) => a.room.capacity - b.room.capacity);
}
