import { alternatives, type Hold, type PlaceFacts, type Wish } from '@ww/shared/place/booking';
import type { Alternative } from '@ww/shared/error-codes';
import type { Em } from '../../platform/orm.ts';
import { clockOf } from '../hours/clock.queries.ts';
import { Room, type Place } from '../place/place.entity.ts';

/** What holds a place's rooms from an instant on, buffers included. */
export async function holdsOf(em: Em, placeId: string, from: Date, without: string | null = null): Promise<Hold[]> {
  const rows = await em.execute<{ roomId: string; from: Date | string; to: Date | string }[]>(
    `select room_id as "roomId", held_from as "from", held_to as "to" from booking
     where place_id = ? and state = 'APPROVED' and held_to > ? and (?::uuid is null or id <> ?)`,
    [placeId, from, without, without],
  );
  return rows.map(({ roomId, ...held }) => ({ roomId, from: new Date(held.from), to: new Date(held.to) }));
}

/** Rooms that are lent, in the place's order. */
export function roomsOf(em: Em, placeId: string): Promise<Room[]> {
  return em.find(Room, { placeId, retiredAt: null }, { orderBy: { rank: 'asc', name: 'asc', id: 'asc' } });
}

/** All that a booking of a place depends on. Three statements. @param without a booking that is about to move */
export async function factsOf(em: Em, place: Place, now: Date, without: string | null = null): Promise<PlaceFacts> {
  const rooms = await roomsOf(em, place.id);
  return {
    clock: await clockOf(em, place.id, now),
    rooms: rooms.map(({ facts }) => facts),
    holds: await holdsOf(em, place.id, now, without),
    limits: place.limits,
    now,
  };
}

/** What a step with a booking goes by: where it is already is no way out. */
export interface StepFacts extends PlaceFacts {
  already?: Pick<Wish, 'roomId' | 'startsAt' | 'endsAt'>;
}

/** What could be had instead, as an error and a page tell it; each once. */
export function instead({ already, ...facts }: StepFacts, wish: Wish): Alternative[] {
  const told = new Map<string, Alternative>();
  for (const { roomId, from, to } of alternatives(facts, wish)) {
    if (already?.roomId === roomId && Number(already.startsAt) === from && Number(already.endsAt) === to) continue;
    told.set(`${roomId} ${from}`, { roomId, startsAt: new Date(from).toISOString(), endsAt: new Date(to).toISOString() });
  }
  return [...told.values()];
}
