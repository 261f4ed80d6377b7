import { check } from '@ww/shared/field-errors';
import { freeStarts, suits } from '@ww/shared/place/booking';
import { FindRoom } from '@ww/shared/place/input';
import { fromWarsaw } from '@ww/shared/time';
import type { Context } from '../../platform/context.ts';
import { invalid } from '../../platform/errors.ts';
import { Place } from '../place/place.entity.ts';
import { asSpan, lineOf, roomView } from '../place/place.queries.ts';
import { factsOf, roomsOf } from './facts.queries.ts';
import type { FreeRoom } from './booking.types.ts';

/** Rooms that are free on a day for so long and so many, those that fit most closely first. @throws AppError `INVALID` by field. */
export async function findRooms(ctx: Context, raw: unknown, placeId?: string | null): Promise<FreeRoom[]> {
  const checked = check(FindRoom, raw);
  if (!checked.ok) throw invalid(checked.errors);
  const { day, minutes, people, equipment, stepFree } = checked.value;
  const date = Temporal.PlainDate.from(day);
  const [from, to] = [date, date.add({ days: 1 })].map((each) => fromWarsaw(each.toPlainDateTime())) as [Date, Date];
  const now = ctx.services.clock.now();
  const found: FreeRoom[] = [];
  for (const place of await ctx.em.find(Place, placeId ? { id: placeId } : {}, { orderBy: { name: 'asc' } })) {
    const facts = await factsOf(ctx.em, place, now);
    const line = lineOf(place, facts.clock, now);
    if (minutes < place.shortestMinutes || minutes > place.longestMinutes) continue;
    for (const room of await roomsOf(ctx.em, place.id)) {
      if (!suits(room.facts, people, equipment, stepFree)) continue;
      const starts = freeStarts(facts, room.facts, minutes, from, to.getTime() - 1).map(asSpan);
      if (starts.length > 0) found.push({ place: line, room: roomView(room), starts });
    }
  }
  return found.toSorted((a, b) => a.room.capacity - b.room.capacity);
}
