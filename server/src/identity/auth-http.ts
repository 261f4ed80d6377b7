import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { readBody, sendError } from '../platform/http.ts';
import type { RateLimiter } from '../platform/rate-limit.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { Auth } from './auth.ts';

/** What of better-auth is reachable from outside; everything else goes through our own commands. */
const PATHS: ReadonlySet<string> = new Set([
  '/api/auth/sign-in/email',
  '/api/auth/sign-out',
  '/api/auth/request-password-reset',
  '/api/auth/reset-password',
]);

/** By account, wherever the attempts come from; the limit by address is better-auth's. */
const ACCOUNT_LIMIT = { name: 'sign-in-account', hits: 20, seconds: 900 } as const;

/** Where somebody signed in lately; attempts there count apart, so that whoever guesses elsewhere can't lock them out. */
const KNOWN_PLACE = { name: 'sign-in-place', hits: 1_000_000, seconds: 30 * 86_400 } as const;

interface Deps {
  auth: Auth;
  secrets: Secrets;
  limiter: RateLimiter;
  origin: string;
  limited: boolean;
  addressOf: (request: IncomingMessage) => string;
  /** Called when sessions may have ended. */
  onSessionsChanged: () => void;
}

/** Hands a request to better-auth, with a pseudonym in place of the caller's address. */
export function authHandler({ auth, secrets, limiter, origin, limited, addressOf, onSessionsChanged }: Deps) {
  return async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || !PATHS.has(path)) return sendError(response, 404, 'NOT_FOUND');
    const body = await readBody(request);
    const isSignIn = limited && path.endsWith('/sign-in/email');
    const account = secrets.address(emailIn(body));
    const place = `${account}@${secrets.address(addressOf(request))}`;
    if (isSignIn && !(await mayTry(limiter, account, place, response))) return;
    const headers = new Headers({ 'x-ww-address': secrets.pseudonym(addressOf(request)) });
    for (const name of ['content-type', 'cookie', 'origin', 'user-agent', 'referer'] as const) {
      const value = request.headers[name];
      if (value) headers.set(name, value);
    }
    const answer = await auth.handler(new Request(new URL(path, origin), { method: 'POST', headers, body: new Uint8Array(body) }));
    if (isSignIn && answer.ok) await limiter.take(KNOWN_PLACE, place);
    response.statusCode = answer.status;
    for (const [name, value] of answer.headers) if (name !== 'set-cookie' && name !== 'content-length') response.setHeader(name, value);
    response.setHeader('set-cookie', answer.headers.getSetCookie());
    // A success is told by its status; better-auth's body would hand the session's token to scripts.
    response.end(answer.ok ? '{}' : Buffer.from(await answer.arrayBuffer()));
    if (path.endsWith('/sign-out') || path.endsWith('/reset-password')) onSessionsChanged();
  };
}

async function mayTry(limiter: RateLimiter, account: string, place: string, response: ServerResponse): Promise<boolean> {
  try {
    await limiter.take(ACCOUNT_LIMIT, (await limiter.knows(KNOWN_PLACE, place)) ? place : account);
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
