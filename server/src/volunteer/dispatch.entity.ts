import { defineEntity, p } from '@mikro-orm/core';
import { DECLINE_REASONS, DISPATCH_STATES, OFFER_STATES, RETURN_REASONS, TASK_STATES } from '@ww/shared/volunteer/terms';
import type { Gate } from '@ww/shared/volunteer/gates';

/** A gate that a coordinator let pass, and why. */
export interface Override {
  gate: Gate;
  reason: string;
}

/** One search for somebody to help: to one, or in waves. At most one runs for a request (`dispatch_running`). */
const DispatchSchema = defineEntity({
  name: 'Dispatch',
  tableName: 'dispatch',
  properties: {
    id: p.uuid().primary(),
    requestId: p.uuid(),
    startedById: p.uuid(),
    startedAt: p.datetime(),
    waveSize: p.integer(),
    waveMinutes: p.integer(),
    inWaves: p.boolean(),
    wave: p.integer(),
    state: p.enum(DISPATCH_STATES),
    fromAt: p.datetime(),
    toAt: p.datetime(),
    nextAt: p.datetime(),
    timerId: p.uuid(),
    endedAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export class Dispatch extends DispatchSchema.class {}
DispatchSchema.setClass(Dispatch);

/** One question to one volunteer, or to an organisation's pool. Of a dispatch at most one is accepted (`offer_first_yes`). */
const OfferSchema = defineEntity({
  name: 'Offer',
  tableName: 'offer',
  properties: {
    id: p.uuid().primary(),
    dispatchId: p.uuid(),
    requestId: p.uuid(),
    volunteerId: p.uuid().nullable(),
    poolId: p.uuid().nullable(),
    wave: p.integer(),
    state: p.enum(OFFER_STATES),
    offeredAt: p.datetime(),
    expiresAt: p.datetime(),
    answeredAt: p.datetime().nullable(),
    declineReason: p.enum(DECLINE_REASONS).nullable(),
    overrides: p.json().$type<Override[]>(),
    version: p.integer(),
  },
});
export class Offer extends OfferSchema.class {}
OfferSchema.setClass(Offer);

/** What a volunteer took on, at its planned time. No two of one volunteer overlap (`task_apart`). */
const TaskSchema = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.uuid().primary(),
    requestId: p.uuid(),
    volunteerId: p.uuid(),
    offerId: p.uuid().nullable(),
    state: p.enum(TASK_STATES),
    fromAt: p.datetime(),
    toAt: p.datetime(),
    acceptedAt: p.datetime(),
    startedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    returnReason: p.enum(RETURN_REASONS).nullable(),
    minutes: p.integer().nullable(),
    version: p.integer(),
  },
});
export class Task extends TaskSchema.class {}
TaskSchema.setClass(Task);
