import type { Tx } from '../../platform/command.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import type { Loaded } from '../../platform/command.ts';
import { Place } from './place.entity.ts';

export function aboutPlace({ id, name, district }: Pick<Place, 'id' | 'name' | 'district'>): AuditOf {
  return { subjectType: 'place', subjectId: id, subjectLabel: name, district };
}

/**
 * The place, with its calendar locked until the commit: hours, closures and bookings of one place change one after another, so
 * a booking sees the closure before it, and the second of two who want one room sees the first.
 */
export async function lockPlace(tx: Tx, id: string): Promise<Place | null> {
  await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`place:${id}`]);
  return tx.em.findOne(Place, { id });
}

/** What belongs to a place. */
type OfPlace = 'room' | 'booking' | 'closure' | 'fridge_shelf' | 'fridge_item';

/** The place to which something belongs, locked as by `lockPlace`; the thing itself is read after that. Null where there is none. */
export async function lockPlaceOf(tx: Tx, table: OfPlace, id: string): Promise<Place | null> {
  const [found] = await tx.em.execute<{ place_id: string }[]>(`select place_id from ${table} where id = ?`, [id]);
  return found ? lockPlace(tx, found.place_id) : null;
}

export async function loadPlace(tx: Tx, id: string): Promise<Loaded<Place> | null> {
  const it = await lockPlace(tx, id);
  return it && { it, subject: { place: id }, about: aboutPlace(it) };
}

/** Tells that the place, a room, its rules or its hours changed: everybody who looks at it reads it anew. */
export function announcePlace(tx: Tx, { id, version }: Pick<Place, 'id' | 'version'>): void {
  tx.event({ topic: 'place', subjectId: id, scope: id, version });
}

/** The key's row holds the ids alone; what the caller may see is read afterwards. */
export interface PlaceAnswer {
  id: string;
  placeId: string;
}
