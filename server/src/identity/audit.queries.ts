import { check } from '@ww/shared/field-errors';
import { AuditFilter as Filter } from '@ww/shared/identity/input';
import type { Context } from '../platform/context.ts';
import { demand } from '../platform/demand.ts';
import { invalid } from '../platform/errors.ts';
import { LIMITS } from '../platform/limits.ts';
import { AuditEntry } from '../platform/outbox.entity.ts';
import { pageAfter, pageToken } from '../platform/paging.ts';
import type { AuditFilter, AuditPage } from './audit.types.ts';

const DEFAULT_ROWS = 50;

/** The audit trail for the auditor, newest first. @throws AppError `INVALID` for a filter that can't match. */
export async function readAuditTrail(ctx: Context, raw: AuditFilter, first: number | null, after: string | null): Promise<AuditPage> {
  demand(ctx, 'audit.read');
  const limit = Math.min(Math.max(first ?? DEFAULT_ROWS, 1), LIMITS.pageRows);
  const filter = check(Filter, raw);
  if (!filter.ok) throw invalid(filter.errors);
  const { district, action, person, from, to } = filter.value;
  const where = {
    ...(district ? { district } : {}),
    ...(action ? { action } : {}),
    ...(person ? { actorName: { $ilike: `%${person.replaceAll(/[%_\\]/g, String.raw`\$&`)}%` } } : {}),
    $and: [from ? { at: { $gte: from } } : {}, to ? { at: { $lt: to } } : {}, pageAfter('at', after, '$lt')],
  };
  const found = await ctx.em.find(AuditEntry, where, { orderBy: { at: 'desc', id: 'desc' }, limit: limit + 1, disableIdentityMap: true });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    entries: page.map((entry) => ({
      id: entry.id,
      at: entry.at,
      actorId: entry.actorId ?? null,
      actorName: entry.actorName ?? null,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId ?? null,
      subjectLabel: entry.subjectLabel ?? null,
      district: entry.district ?? null,
      outcome: entry.outcome,
      reason: entry.reason ?? null,
      toName: entry.toName ?? null,
      requestId: entry.requestId ?? null,
    })),
    next: last ? pageToken(last.at, last.id) : null,
  };
}
