import { defineEntity, p } from '@mikro-orm/core';

/**
 * A thin, short-lived event: outbox and replay buffer in one. It names what changed and never carries the data.
 * `position` is given at commit by the deferred trigger `event_position`, so reading in its order misses nothing.
 */
const EventSchema = defineEntity({
  name: 'LogEvent',
  tableName: 'event',
  properties: {
    id: p.uuid().primary(),
    topic: p.string(),
    subjectId: p.uuid(),
    scope: p.string().nullable(),
    version: p.integer(),
    at: p.datetime(),
    position: p.bigint().nullable(),
  },
});
export class LogEvent extends EventSchema.class {}
EventSchema.setClass(LogEvent);

/** Who did what to what, why, and whether it was refused; append-only, kept for years. */
const AuditSchema = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(),
    actorId: p.uuid().nullable(),
    actorName: p.string().nullable(),
    action: p.string(),
    subjectType: p.string(),
    subjectId: p.uuid().nullable(),
    subjectLabel: p.string().nullable(),
    district: p.string().nullable(),
    outcome: p.enum(['DONE', 'REFUSED'] as const),
    reason: p.string().nullable(),
    toName: p.string().nullable(),
    requestId: p.string().nullable(),
  },
});
export class AuditEntry extends AuditSchema.class {}
AuditSchema.setClass(AuditEntry);
