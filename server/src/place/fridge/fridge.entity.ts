import { defineEntity, p } from '@mikro-orm/core';
import { FOOD_KINDS, FOOD_STATES, FOOD_UNITS, SHELF_KINDS } from '@ww/shared/place/terms';
import { conflict, stale } from '../../platform/errors.ts';

const ShelfSchema = defineEntity({
  name: 'FridgeShelf',
  tableName: 'fridge_shelf',
  properties: {
    id: p.uuid().primary(),
    placeId: p.uuid(),
    name: p.string(),
    kind: p.enum(SHELF_KINDS),
    rank: p.integer(),
    removedAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export class FridgeShelf extends ShelfSchema.class {
  /** @throws AppError `STALE`; `CONFLICT` once it is gone. */
  expect(version: number): void {
    if (this.removedAt) throw conflict({ by: null, at: this.removedAt.toISOString(), state: 'REMOVED' });
    if (version !== this.version) throw stale(this.version);
  }
}
ShelfSchema.setClass(FridgeShelf);

/** Food on a shelf. Nothing is known of who brought or took it. */
const ItemSchema = defineEntity({
  name: 'FridgeItem',
  tableName: 'fridge_item',
  properties: {
    id: p.uuid().primary(),
    placeId: p.uuid(),
    shelfId: p.uuid(),
    kind: p.enum(FOOD_KINDS),
    what: p.string(),
    amount: p.integer(),
    unit: p.enum(FOOD_UNITS),
    bestBefore: p.date().nullable(),
    madeOn: p.date().nullable(),
    staysUntil: p.date().nullable(),
    state: p.enum(FOOD_STATES),
    putAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    /** How much was taken last, and when, while the rest is there. */
    partTaken: p.integer().nullable(),
    partTakenAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export class FridgeItem extends ItemSchema.class {
  /** @throws AppError `CONFLICT` once it is gone. */
  expectThere(): void {
    if (this.state !== 'THERE') throw conflict({ by: null, at: this.endedAt?.toISOString() ?? null, state: this.state });
  }

  /** @throws AppError `STALE`. */
  expect(version: number): void {
    if (version !== this.version) throw stale(this.version);
  }

  end(state: 'TAKEN' | 'DISCARDED', now: Date): void {
    Object.assign(this, { state, endedAt: now, partTaken: null, partTakenAt: null });
    this.version++;
  }

  /** All but `left` of it is taken. */
  leave(left: number, now: Date): void {
    Object.assign(this, { partTaken: this.amount - left, partTakenAt: now, amount: left });
    this.version++;
  }

  /** When all of it, or a part, was taken or discarded; null where there is nothing to put back. */
  get goneAt(): Date | null {
    return this.endedAt ?? this.partTakenAt ?? null;
  }

  putBack(): void {
    const amount = this.amount + (this.partTaken ?? 0);
    Object.assign(this, { state: 'THERE', endedAt: null, amount, partTaken: null, partTakenAt: null });
    this.version++;
  }
}
ItemSchema.setClass(FridgeItem);

/** What a thermometer on a shelf showed, in °C. */
const TemperatureSchema = defineEntity({
  name: 'FridgeTemperature',
  tableName: 'fridge_temperature',
  properties: {
    id: p.uuid().primary(),
    placeId: p.uuid(),
    shelfId: p.uuid(),
    degrees: p.decimal('number'),
    measuredAt: p.datetime(),
    measuredById: p.uuid(),
    measuredBy: p.string(),
  },
});
export class FridgeTemperature extends TemperatureSchema.class {}
TemperatureSchema.setClass(FridgeTemperature);
