import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '@ww/shared/id';
import type { Context } from '../platform/context.ts';
import { AppError } from '../platform/errors.ts';
import { readBody, sendError } from '../platform/http.ts';
import { RATE_LIMITS } from '../platform/limits.ts';
import type { Auth } from './auth.ts';
import { enterByLink } from './commands/enter-by-link.ts';
import { rememberPlace } from './known-place.ts';
import { Person } from './person.entity.ts';

interface Deps {
  auth: Auth;
  contextOf: (request: IncomingMessage, requestId: string) => Promise<Context>;
  isOriginAllowed: (request: IncomingMessage) => boolean;
  /** What better-auth may know of the caller. */
  headersOf: (request: IncomingMessage) => Headers;
}

const STATUS: Partial<Record<AppError['code'], number>> = { UNAUTHENTICATED: 401, NOT_FOUND: 404, RATE_LIMITED: 429 };

/** Signs in by a one-time link: the command first, then a session of better-auth's, which can't be in the command's transaction. */
export function linkHandler({ auth, contextOf, isOriginAllowed, headersOf }: Deps) {
  async function enter(request: IncomingMessage, requestId: string): Promise<string[]> {
    const token = tokenIn(await readBody(request));
    const ctx = await contextOf(request, requestId);
    const { limiter, secrets } = ctx.services;
    await limiter.take(RATE_LIMITS.enterByLink, ctx.address);
    const { id } = await enterByLink(ctx, { key: newId(), token });
    const { email } = await ctx.em.findOneOrFail(Person, { id });
    await rememberPlace(limiter, { account: secrets.address(email), address: ctx.address });
    const { headers } = await auth.api.openSession({ body: { userId: id }, headers: headersOf(request), returnHeaders: true });
    return headers.getSetCookie();
  }

  return async (request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> => {
    // another site must not sign somebody in under a name that is not theirs
    if (!isOriginAllowed(request)) return sendError(response, 403, 'INVALID', { fields: [] });
    try {
      response.setHeader('set-cookie', await enter(request, requestId));
      response.setHeader('cache-control', 'no-store');
      response.setHeader('content-type', 'application/json');
      response.end('{}');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { retryAfter } = error.extensions;
      if (retryAfter) response.setHeader('retry-after', Number(retryAfter));
      sendError(response, STATUS[error.code] ?? 400, error.code, error.extensions);
    }
  };
}

function tokenIn(body: Buffer): unknown {
  try {
    return (JSON.parse(body.toString('utf8')) as { token?: unknown } | null)?.token;
  } catch {
    return undefined;
  }
}
