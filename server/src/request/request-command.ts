import { LockMode } from '@mikro-orm/core';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { can, type Action } from '@ww/shared/policy';
import { command, type Loaded, type Tx } from '../platform/command.ts';
import type { AuditOf } from '../platform/outbox.ts';
import { HelpRequest } from './help-request.entity.ts';
import type { Giver } from './giver.ts';
import { keepTies } from './ties.ts';

type OnRequest = StandardSchemaV1<unknown, { key: string; id: string }>;

/** The row as data: a command's answer, safe for its whole audience and for the key's row. */
export type RowAnswer = Pick<
  HelpRequest,
  | 'id'
  | 'number'
  | 'district'
  | 'kind'
  | 'errand'
  | 'state'
  | 'priority'
  | 'channel'
  | 'dueFrom'
  | 'dueTo'
  | 'createdAt'
  | 'triagedAt'
  | 'acceptedAt'
  | 'startedAt'
  | 'closedAt'
  | 'changedAt'
  | 'cancelReason'
  | 'version'
  | 'assigneeId'
  | 'assigneeName'
  | 'volunteerId'
  | 'offersOpen'
  | 'offersUntil'
  | 'changedByName'
>;

export function rowAnswer(request: HelpRequest): RowAnswer {
  const { id, number, district, kind, errand, state, priority, channel, dueFrom, dueTo, createdAt, triagedAt, acceptedAt } = request;
  const { startedAt, closedAt, changedAt, cancelReason, version, assigneeId, assigneeName, changedByName } = request;
  const { volunteerId, offersOpen, offersUntil } = request;
  return {
    ...{ id, number, district, kind, errand, state, priority, channel, dueFrom, dueTo, createdAt, triagedAt, acceptedAt },
    ...{ startedAt, closedAt, changedAt, cancelReason, version, assigneeId, assigneeName, changedByName },
    ...{ volunteerId, offersOpen, offersUntil },
  };
}

/** The request, locked until the commit: of two people who claim at once, the second sees what the first did. */
export async function loadRequest(tx: Tx, id: string): Promise<Loaded<HelpRequest> | null> {
  const it = await tx.em.findOne(HelpRequest, { id }, { filters: { scope: { districts: 'all' } }, lockMode: LockMode.PESSIMISTIC_WRITE });
  return it ? { it, subject: { district: it.district }, about: aboutRequest(it) } : null;
}

export function aboutRequest(request: HelpRequest): AuditOf {
  return { subjectType: 'request', subjectId: request.id, subjectLabel: String(request.number), district: request.district };
}

/** Whoever holds a request's code acts as no person, also when signed in. */
export function giverOf(tx: Tx, request: HelpRequest): Giver {
  const { signedIn } = tx.ctx;
  const isPerson = signedIn !== null && tx.actor.personId === signedIn.personId;
  return {
    person: isPerson ? { id: signedIn.personId, displayName: signedIn.displayName } : null,
    mayActForOthers: can(tx.actor, 'request.act-for-others', { district: request.district }),
  };
}

/** What every change of a request leaves behind: a thin event and an audit entry. */
export function recordChange(tx: Tx, request: HelpRequest, more: Partial<AuditOf> = {}): void {
  tx.event({ topic: 'request', subjectId: request.id, scope: request.district, version: request.version });
  tx.audit({ ...aboutRequest(request), ...more });
}

type MaybePromise<T> = T | Promise<T>;

/** A staff command on one request; `change` may add to the audit entry (a reason, another person). */
export function requestCommand<S extends OnRequest>(
  action: Action,
  input: S,
  change: (
    tx: Tx,
    request: HelpRequest,
    giver: Giver,
    input: StandardSchemaV1.InferOutput<S>,
  ) => MaybePromise<Partial<AuditOf> | undefined>,
) {
  return command<S, HelpRequest, RowAnswer>({
    action,
    input,
    load: (tx, { id }) => loadRequest(tx, id),
    async run(tx, request, given) {
      const more = await change(tx, request, giverOf(tx, request), given);
      await keepTies(tx, request);
      recordChange(tx, request, more ?? {});
      return rowAnswer(request);
    },
  });
}
