import { can } from '@ww/shared/policy';
import { normaliseCode } from '@ww/shared/id';
import { allows } from '@ww/shared/request/transitions';
import type { Actor } from '@ww/shared/roles';
import type { Context } from '../platform/context.ts';
import { notFound } from '../platform/errors.ts';
import { RATE_LIMITS } from '../platform/limits.ts';
import type { Em } from '../platform/orm.ts';
import { HelpRequest } from './help-request.entity.ts';
import { RequestPrivate } from './request-private.entity.ts';
import type { OwnRequest, OwnSteps } from './own-request.types.ts';

/** The actor that a request's code makes of whoever holds it. */
export function codeHolder(requestId: string): Actor {
  return { personId: null, grants: [{ role: 'CODE_HOLDER', scope: requestId }] };
}

/** The request of a code; null for a wrong one. Stored codes are hashed, so this compares hashes. */
export async function findByCode(em: Em, ctx: Context, typed: string): Promise<HelpRequest | null> {
  const code = normaliseCode(typed);
  if (!code) return null;
  return em.findOne(HelpRequest, { codeHash: ctx.services.secrets.codeHash(code) }, { filters: { scope: { districts: 'all' } } });
}

/** Guessing codes is slowed down by address, right ones included. @throws AppError `NOT_FOUND`, `RATE_LIMITED`. */
export async function openByCode(ctx: Context, typed: string): Promise<HelpRequest> {
  await ctx.services.limiter.take(RATE_LIMITS.ownCode, ctx.address);
  const request = await findByCode(ctx.services.orm.em.fork(), ctx, typed);
  if (!request || !can(codeHolder(request.id), 'request.follow', { request: request.id })) throw notFound();
  return request;
}

/** The steps alone: what a resident's page follows over the socket. */
export function stepsOf(request: HelpRequest): OwnSteps {
  const { number, state, createdAt, triagedAt, acceptedAt, startedAt, closedAt, dueFrom, dueTo, version } = request;
  return {
    number,
    state,
    createdAt,
    triagedAt,
    acceptedAt,
    startedAt,
    closedAt,
    dueFrom,
    dueTo,
    version,
    canAmend: allows('amendOwn', state, false, false),
    canWithdraw: allows('withdraw', state, false, false),
  };
}

/** A resident's own request by its code. */
export async function readOwnRequest(ctx: Context, typed: string): Promise<OwnRequest> {
  const cursor = ctx.services.feed.cursor;
  const request = await openByCode(ctx, typed);
  const texts = await ctx.em.findOne(RequestPrivate, { requestId: request.id });
  return {
    ...stepsOf(request),
    cursor,
    district: request.district,
    kind: request.kind,
    errand: request.errand,
    words: texts?.ownWords ?? '',
    helperFirstName: request.assigneeName?.split(' ')[0] ?? null,
    cancelReason: request.cancelReason,
  };
}
