import { AuditEntry } from '../platform/outbox.entity.ts';
import type { Em } from '../platform/orm.ts';
import type { HistoryEntry } from './request.types.ts';

/** What happened to a request, oldest first: the audit trail of it, without refusals. */
export async function readHistory(em: Em, requestId: string): Promise<HistoryEntry[]> {
  const entries = await em.find(AuditEntry, { subjectId: requestId, outcome: 'DONE' }, { orderBy: { at: 'asc', id: 'asc' }, limit: 500 });
  return entries.map(({ id, action, actorName, at, reason, toName }) => ({
    id,
    action,
    byName: actorName ?? null,
    at,
    reason: reason ?? null,
    toName: toName ?? null,
  }));
}
