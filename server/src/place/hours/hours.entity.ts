import { defineEntity, p } from '@mikro-orm/core';
import { CLOSURE_REASONS } from '@ww/shared/place/terms';
import type { Hours, WeeklyHours } from '@ww/shared/spans';
import { conflict } from '../../platform/errors.ts';

/** A week's hours, from a day on. */
const WeekSchema = defineEntity({
  name: 'OpeningWeek',
  tableName: 'opening_week',
  properties: {
    id: p.uuid().primary(),
    placeId: p.uuid(),
    fromDay: p.date(),
    untilDay: p.date().nullable(),
    weekly: p.json().$type<WeeklyHours[]>(),
  },
});
export class OpeningWeek extends WeekSchema.class {}
WeekSchema.setClass(OpeningWeek);

/** One day's hours in place of the week's; none: closed. */
const DaySchema = defineEntity({
  name: 'OpeningDay',
  tableName: 'opening_day',
  properties: {
    placeId: p.uuid().primary(),
    day: p.date().primary(),
    hours: p.json().$type<Hours[]>(),
  },
});
export class OpeningDay extends DaySchema.class {}
DaySchema.setClass(OpeningDay);

/** Closed suddenly; once it is reopened it was closed until then. */
const ClosureSchema = defineEntity({
  name: 'Closure',
  tableName: 'closure',
  properties: {
    id: p.uuid().primary(),
    placeId: p.uuid(),
    fromAt: p.datetime(),
    toAt: p.datetime(),
    reason: p.enum(CLOSURE_REASONS),
    closedAt: p.datetime(),
    closedById: p.uuid(),
    closedBy: p.string(),
    reopenedAt: p.datetime().nullable(),
    reopenedBy: p.string().nullable(),
  },
});
export class Closure extends ClosureSchema.class {
  /** @throws AppError `CONFLICT` naming who did, once it is over or has been reopened. */
  reopen(by: string, now: Date): void {
    const over = this.reopenedAt ?? (this.toAt <= now ? this.toAt : null);
    if (over) throw conflict({ by: this.reopenedBy ?? null, at: over.toISOString(), state: 'OPEN' });
    Object.assign(this, { reopenedAt: now, reopenedBy: by });
  }
}
ClosureSchema.setClass(Closure);
