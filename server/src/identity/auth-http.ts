import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Context, Services } from '../platform/context.ts';
import { readBody, sendError } from '../platform/http.ts';
import type { RateLimiter } from '../platform/rate-limit.ts';
import type { Auth } from './auth.ts';
import { rememberPlace, takeAttempt } from './known-place.ts';
import { linkHandler } from './link-http.ts';
import { auditSignIn, auditSignOut } from './sign-in-audit.ts';

/** What of better-auth is reachable from outside; everything else goes through our own commands. */
const PATHS: ReadonlySet<string> = new Set([
  '/api/auth/sign-in/email',
  '/api/auth/sign-out',
  '/api/auth/request-password-reset',
  '/api/auth/reset-password',
]);

/** By account, wherever the attempts come from; the limit by address is better-auth's. */
const ACCOUNT_LIMIT = { name: 'sign-in-account', hits: 20, seconds: 900 } as const;

interface Deps {
  auth: Auth;
  services: Services;
  origin: string;
  limited: boolean;
  addressOf: (request: IncomingMessage) => string;
  isOriginAllowed: (request: IncomingMessage) => boolean;
  contextOf: (request: IncomingMessage, requestId: string) => Promise<Context>;
  /** Called when sessions may have ended. */
  onSessionsChanged: () => void;
}

/** Hands a request to better-auth, with a pseudonym in place of the caller's address. */
export function authHandler({ auth, services, origin, limited, addressOf, isOriginAllowed, contextOf, onSessionsChanged }: Deps) {
  const { secrets, limiter } = services;

  function headersOf(request: IncomingMessage): Headers {
    const headers = new Headers({ 'x-ww-address': secrets.pseudonym(addressOf(request)) });
    for (const name of ['content-type', 'cookie', 'origin', 'user-agent', 'referer'] as const) {
      const value = request.headers[name];
      if (value) headers.set(name, value);
    }
    return headers;
  }

  const enterByLink = linkHandler({ auth, contextOf, isOriginAllowed, headersOf });

  return async (path: string, request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> => {
    if (request.method === 'POST' && path === '/api/auth/link/enter') return enterByLink(request, response, requestId);
    if (request.method !== 'POST' || !PATHS.has(path)) return sendError(response, 404, 'NOT_FOUND');
    const body = await readBody(request);
    const isSignIn = path.endsWith('/sign-in/email');
    const isSignOut = path.endsWith('/sign-out');
    const attempt = { account: secrets.address(emailIn(body)), address: secrets.address(addressOf(request)) };
    if (limited && isSignIn && !(await mayTry(limiter, attempt, response))) return;
    const headers = headersOf(request);
    // afterwards nobody is signed in any more
    const leaving = isSignOut ? await contextOf(request, requestId) : null;
    const answer = await auth.handler(new Request(new URL(path, origin), { method: 'POST', headers, body: new Uint8Array(body) }));
    if (limited && isSignIn && answer.ok) await rememberPlace(limiter, attempt);
    if (isSignIn) await auditSignIn(services, requestId, emailIn(body), answer.ok);
    if (leaving && answer.ok) await auditSignOut(leaving);
    response.statusCode = answer.status;
    for (const [name, value] of answer.headers) if (name !== 'set-cookie' && name !== 'content-length') response.setHeader(name, value);
    response.setHeader('set-cookie', answer.headers.getSetCookie());
    // A success is told by its status; better-auth's body would hand the session's token to scripts.
    response.end(answer.ok ? '{}' : Buffer.from(await answer.arrayBuffer()));
    if (isSignOut || path.endsWith('/reset-password')) onSessionsChanged();
  };
}

async function mayTry(limiter: RateLimiter, attempt: Parameters<typeof rememberPlace>[1], response: ServerResponse): Promise<boolean> {
  try {
    await takeAttempt(limiter, ACCOUNT_LIMIT, attempt);
    return true;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const retryAfter = Number(error.extensions.retryAfter);
    response.setHeader('retry-after', retryAfter);
    sendError(response, 429, 'RATE_LIMITED', { retryAfter });
    return false;
  }
}

function emailIn(body: Buffer): string {
  try {
    const { email } = JSON.parse(body.toString('utf8')) as { email?: unknown };
    return typeof email === 'string' ? email.trim().toLowerCase() : '';
  } catch {
    return '';
  }
}
