import { newId } from '@ww/shared/id';
import type { Action } from '@ww/shared/policy';
import { AuditEntry, LogEvent } from './outbox.entity.ts';
import type { SignedIn } from './context.ts';
import type { Em } from './orm.ts';

/** What an event names; its `scope` lets a subscription skip what is not for it without reading a row. */
export interface EventOf {
  topic:
    | 'request'
    | 'access'
    | 'invitation'
    | 'link'
    | 'volunteer'
    | 'dispatch'
    | 'duty'
    | 'organisation'
    | 'task'
    | 'network'
    | 'membership'
    | 'meeting'
    | 'rsvp'
    | 'attendance'
    | 'action'
    | 'board'
    | 'place'
    | 'booking'
    | 'borrower'
    | 'proof'
    | 'fridge';
  subjectId: string;
  scope: string | null;
  version: number;
}

/** What an audit entry is about. `label` is what a person would call it (a number), never personal data. */
export interface AuditOf {
  subjectType:
    | 'request'
    | 'person'
    | 'invitation'
    | 'session'
    | 'link'
    | 'volunteer'
    | 'organisation'
    | 'offer'
    | 'task'
    | 'pool'
    | 'network'
    | 'meeting'
    | 'rsvp'
    | 'agenda'
    | 'action'
    | 'board'
    | 'place'
    | 'booking'
    | 'fridge';
  subjectId: string | null;
  subjectLabel?: string;
  district?: string | null;
  reason?: string;
  toName?: string;
}

export function appendEvent(em: Em, event: EventOf, now: Date): void {
  em.persist(Object.assign(new LogEvent(), { id: newId(now.getTime()), at: now, position: null, ...event }));
}

/** Who did something, as far as the audit trail needs to know. */
export interface AuditBy {
  signedIn: Pick<SignedIn, 'personId' | 'displayName'> | null;
  requestId: string;
}

export function appendAudit(em: Em, ctx: AuditBy, action: Action, about: AuditOf, outcome: 'DONE' | 'REFUSED', now: Date): void {
  const { subjectType, subjectId, subjectLabel = null, district = null, reason = null, toName = null } = about;
  em.persist(
    Object.assign(new AuditEntry(), {
      id: newId(now.getTime()),
      at: now,
      actorId: ctx.signedIn?.personId ?? null,
      actorName: ctx.signedIn?.displayName ?? null,
      action,
      subjectType,
      subjectId,
      subjectLabel,
      district,
      outcome,
      reason,
      toName,
      requestId: ctx.requestId,
    }),
  );
}
