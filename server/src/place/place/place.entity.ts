import { defineEntity, p } from '@mikro-orm/core';
import type { BookingLimits, RoomFacts } from '@ww/shared/place/booking';
import type { FridgeRules } from '@ww/shared/place/fridge';
import { APPROVALS, type Equipment, type FoodKind } from '@ww/shared/place/terms';
import { conflict, invalid, stale } from '../../platform/errors.ts';

/** A place of local activity (MAL), with what it lets its borrowers and its fridge do. */
const PlaceSchema = defineEntity({
  name: 'Place',
  tableName: 'place',
  properties: {
    id: p.uuid().primary(),
    slug: p.string(),
    name: p.string(),
    district: p.string(),
    address: p.string(),
    phone: p.string(),
    shortestMinutes: p.integer(),
    longestMinutes: p.integer(),
    daysAhead: p.integer(),
    perMonth: p.integer(),
    approval: p.enum(APPROVALS),
    closedOnHolidays: p.boolean(),
    /** The house rules that hold now; 0 while there are none. */
    rulesVersion: p.integer(),
    hasFridge: p.boolean(),
    refused: p.array().$type<FoodKind[]>(),
    homeMadeDays: p.integer(),
    coldMax: p.integer(),
    version: p.integer(),
  },
});
export class Place extends PlaceSchema.class {
  get limits(): BookingLimits {
    const { shortestMinutes, longestMinutes, daysAhead, perMonth, approval } = this;
    return { shortestMinutes, longestMinutes, daysAhead, perMonth, approval };
  }

  get fridgeRules(): FridgeRules {
    return { refused: this.refused, homeMadeDays: this.homeMadeDays };
  }

  /** @throws AppError `STALE`. */
  expect(version: number): void {
    if (version !== this.version) throw stale(this.version);
  }

  /** @throws AppError `INVALID` on `rulesVersion` unless the house rules that hold now were accepted; `limit` is their number. */
  expectRules(accepted: number): void {
    if (accepted !== this.rulesVersion) throw invalid([{ path: 'rulesVersion', rule: 'rulesVersion', limit: this.rulesVersion }]);
  }
}
PlaceSchema.setClass(Place);

const RoomSchema = defineEntity({
  name: 'Room',
  tableName: 'room',
  properties: {
    id: p.uuid().primary(),
    placeId: p.uuid(),
    name: p.string(),
    capacity: p.integer(),
    equipment: p.array().$type<Equipment[]>(),
    stepFree: p.boolean(),
    setupMinutes: p.integer(),
    cleaningMinutes: p.integer(),
    rank: p.integer(),
    retiredAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export class Room extends RoomSchema.class {
  get facts(): RoomFacts {
    const { id, capacity, equipment, stepFree, setupMinutes, cleaningMinutes } = this;
    return { id, capacity, equipment, stepFree, setupMinutes, cleaningMinutes };
  }

  /** @throws AppError `STALE`; `CONFLICT` once it is lent no more. */
  expect(version: number): void {
    if (this.retiredAt) throw conflict({ by: null, at: this.retiredAt.toISOString(), state: 'RETIRED' });
    if (version !== this.version) throw stale(this.version);
  }
}
RoomSchema.setClass(Room);

/** House rules as they were published; a booking names the number that its borrower accepted. */
const RulesSchema = defineEntity({
  name: 'HouseRules',
  tableName: 'house_rules',
  properties: {
    placeId: p.uuid().primary(),
    number: p.integer().primary(),
    words: p.text(),
    publishedAt: p.datetime(),
    publishedById: p.uuid(),
  },
});
export class HouseRules extends RulesSchema.class {}
RulesSchema.setClass(HouseRules);
