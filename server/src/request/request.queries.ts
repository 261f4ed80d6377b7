import { isUuid } from '@ww/shared/id';
import { can } from '@ww/shared/policy';
import { OPEN_STATES } from '@ww/shared/request/transitions';
import { startOfWarsawDay } from '@ww/shared/time';
import type { Context } from '../platform/context.ts';
import { demand, demandSignedIn } from '../platform/demand.ts';
import { invalid, notFound } from '../platform/errors.ts';
import { LIMITS } from '../platform/limits.ts';
import type { Em } from '../platform/orm.ts';
import { pageAfter, pageToken } from '../platform/paging.ts';
import { HelpRequest } from './help-request.entity.ts';
import { readHistory } from './history.queries.ts';
import type { QueuePage, RequestDetail } from './request.types.ts';

/** The row as an audience of one district may see it; null when it is gone or belongs to others. */
export function findRow(em: Em, id: string, districts: readonly string[] | 'all'): Promise<HelpRequest | null> {
  return em.findOne(HelpRequest, { id }, { filters: { scope: { districts } } });
}

/** Open requests of a district, oldest first. */
export async function readQueue(ctx: Context, district: string, first: number | null, after: string | null): Promise<QueuePage> {
  demand(ctx, 'request.read', { district });
  const cursor = ctx.services.feed.cursor;
  const limit = Math.min(Math.max(first ?? LIMITS.pageRows, 1), LIMITS.pageRows);
  const open = { district, state: { $in: [...OPEN_STATES] } };
  const rows = await ctx.em.find(
    HelpRequest,
    { ...open, ...pageAfter('createdAt', after, '$gt') },
    { orderBy: { createdAt: 'asc', id: 'asc' }, limit: limit + 1, disableIdentityMap: true },
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { cursor, rows: page, next: last ? pageToken(last.createdAt, last.id) : null, total: await ctx.em.count(HelpRequest, open) };
}

/** Requests closed since midnight in Warsaw, newest first. */
export async function readClosedToday(ctx: Context, district: string): Promise<HelpRequest[]> {
  demand(ctx, 'request.read', { district });
  const since = startOfWarsawDay(ctx.services.clock.now());
  return ctx.em.find(
    HelpRequest,
    { district, closedAt: { $gte: since } },
    { orderBy: { closedAt: 'desc' }, limit: LIMITS.pageRows, disableIdentityMap: true },
  );
}

/** One request with what staff may see without a reveal. @throws AppError `NOT_FOUND`, `UNAUTHENTICATED`, `INVALID`. */
export async function readDetail(ctx: Context, id: string): Promise<RequestDetail> {
  const { personId } = demandSignedIn(ctx);
  if (!isUuid(id)) throw invalid([{ path: 'id', rule: 'uuid' }]);
  const row = await ctx.em.findOne(HelpRequest, { id });
  if (!row || !can(ctx.actor, 'request.read', { district: row.district })) throw notFound();
  const [facts] = await ctx.em.execute<{ has_reporter: boolean; has_contact: boolean; notes: number }[]>(
    `select reporter_name is not null as has_reporter, contact_name is not null as has_contact,
       (select count(*)::int from request_note n where n.request_id = p.request_id) as notes
     from request_private p where p.request_id = ?`,
    [id],
  );
  const mine = row.undo?.by === personId;
  return {
    row,
    reporterKind: row.reporterKind,
    informed: row.informed,
    helpers: row.helpers,
    language: row.language,
    hasReporter: facts?.has_reporter ?? false,
    hasContact: facts?.has_contact ?? false,
    noteCount: facts?.notes ?? 0,
    history: await readHistory(ctx.em, id),
    undoableUntil: mine ? row.undoableUntil : null,
  };
}

export async function readByNumber(ctx: Context, district: string, number: number): Promise<HelpRequest | null> {
  demand(ctx, 'request.read', { district });
  return ctx.em.findOne(HelpRequest, { district, number });
}
