import { openUntil } from '@ww/shared/place/clock';
import type { Loaded, Tx } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import type { AuditOf } from '../../platform/outbox.ts';
import { clockOf } from '../hours/clock.queries.ts';
import { lockPlaceOf } from '../place/place-record.ts';
import type { Place } from '../place/place.entity.ts';
import { FridgeItem, FridgeShelf } from './fridge.entity.ts';

export interface ShelfAt {
  shelf: FridgeShelf;
  place: Place;
}

export interface ItemAt {
  item: FridgeItem;
  place: Place;
}

export function aboutFridge({ id }: { id: string }, { district }: Pick<Place, 'district'>): AuditOf {
  return { subjectType: 'fridge', subjectId: id, district };
}

export function announceFridge(tx: Tx, { id, version }: { id: string; version: number }, place: Pick<Place, 'id'>): void {
  tx.event({ topic: 'fridge', subjectId: id, scope: place.id, version });
}

/** A shelf that food can lie on, while the place's fridge and clock stand still. */
export async function loadShelf(tx: Tx, id: string): Promise<Loaded<ShelfAt> | null> {
  const place = await lockPlaceOf(tx, 'fridge_shelf', id);
  if (!place) return null;
  const shelf = await tx.em.findOneOrFail(FridgeShelf, { id });
  return { it: { shelf, place }, subject: { place: place.id }, about: aboutFridge(shelf, place) };
}

export async function loadItem(tx: Tx, id: string): Promise<Loaded<ItemAt> | null> {
  const place = await lockPlaceOf(tx, 'fridge_item', id);
  if (!place) return null;
  const item = await tx.em.findOneOrFail(FridgeItem, { id });
  return { it: { item, place }, subject: { place: place.id }, about: aboutFridge(item, place) };
}

/** Door and fridge go by one clock. @throws AppError `INVALID` on `id` (`placeClosed`) while the place is closed or runs no fridge. */
export async function expectOpen(tx: Tx, { id, hasFridge }: Place): Promise<void> {
  if (!hasFridge || openUntil(await clockOf(tx.em, id, tx.now), tx.now) === null) throw invalid([{ path: 'id', rule: 'placeClosed' }]);
}
