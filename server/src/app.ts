import 'reflect-metadata';
import { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { newId } from '@ww/shared/id';
import { districtsWhere } from '@ww/shared/policy';
import { ANYONE } from '@ww/shared/roles';
import { createAuth } from './identity/auth.ts';
import { authHandler } from './identity/auth-http.ts';
import { invitationLetters } from './identity/invitation-mail.ts';
import { linkLetters } from './identity/link-mail.ts';
import { signedInFrom } from './identity/sign-in.ts';
import { memberLetters } from './network/member/member-mail.ts';
import { boardTimers } from './network/board/board-timer.ts';
import { meetingLetters } from './network/meeting/meeting-mail.ts';
import { rsvpLetters } from './network/meeting/rsvp-mail.ts';
import { bookingLetters, proofLetters } from './place/booking/booking-mail.ts';
import { AFTER_COMMIT, type AfterCommitDeps } from './platform/after-commit.ts';
import { startApollo } from './platform/apollo.ts';
import { ChangeFeed } from './platform/change-feed.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Context, Services, SignedIn } from './platform/context.ts';
import type { DemoDesk } from './demo/demo-desk.ts';
import { formatError } from './platform/format-error.ts';
import { answerHealth } from './platform/health.ts';
import { clientAddress, handleGraphql, logAccess, sendError, TooLarge } from './platform/http.ts';
import { startJobs, type JobClock } from './platform/jobs.ts';
import { LiveHub } from './platform/live-hub.ts';
import { followLog } from './platform/log-follower.ts';
import { queuedMail, type Mail } from './platform/mail.ts';
import { ownOrigins } from './platform/origin.ts';
import type { Orm } from './platform/orm.ts';
import { RateLimiter } from './platform/rate-limit.ts';
import { Secrets } from './platform/secrets.ts';
import { SessionWatch } from './platform/session-watch.ts';
import { createSocketServer } from './platform/socket.ts';
import { startSweeper } from './platform/sweeper.ts';
import { ownWaker, postgresWaker } from './platform/waker.ts';
import { createSchema } from './schema.ts';
import { dispatchTimers } from './volunteer/dispatch-timer.ts';
import { dutyTimers } from './volunteer/duty-timer.ts';
import { offerLetters } from './volunteer/offer-mail.ts';
import { taskLetters } from './volunteer/task-mail.ts';

export interface AppOptions {
  orm: Orm;
  mail: Mail;
  log: Logger;
  clock?: Clock;
  /** The job queue's own clock, where a test drives it. */
  jobClock?: JobClock;
  secret: string;
  /** The address people open; its origin is the only one that may open a socket. */
  origin: string;
  databaseUrl?: string | undefined;
  trustedProxies?: number;
  production?: boolean;
  demo?: DemoDesk | null;
  /** Off in tests that sign in hundreds of times from one address. */
  signInLimited?: boolean;
  /** SvelteKit's pages; without them every other path is missing. */
  pages?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Known to our own pages only: they may name the visitor's address. */
  pagesToken?: string;
}

export type App = Awaited<ReturnType<typeof createApp>>;

/** Everything behind the port. `handle` and `upgrade` go to an HTTP server; `close` ends what runs. */
export async function createApp(options: AppOptions) {
  const { orm, log, clock = systemClock } = options;
  const schema = await createSchema();
  const waker = options.databaseUrl ? postgresWaker(orm, options.databaseUrl, log) : ownWaker();
  const feed = new ChangeFeed(orm, waker, log);
  await feed.start();
  const secrets = new Secrets(options.secret);
  const jobs = await startJobs(orm, options.databaseUrl, log, options.jobClock);
  const auth = createAuth({
    orm,
    mail: await queuedMail(options.mail, jobs),
    secret: options.secret,
    origin: options.origin,
    limited: options.signInLimited ?? true,
  });
  const authContext = await auth.$context;
  const hub = new LiveHub({ schema, orm, feed, log });
  const services: Services = {
    orm,
    clock,
    feed,
    secrets,
    limiter: new RateLimiter(orm, clock),
    hashPassword: (password) => authContext.password.hash(password),
    nudgeLive: () => hub.nudge(),
    demo: options.demo ?? null,
  };
  const deps: AfterCommitDeps = { services, jobs, mail: options.mail, origin: options.origin };
  const afterCommit = [
    ...[await invitationLetters(deps), await linkLetters(deps), await dutyTimers(deps)],
    ...[await dispatchTimers(deps), await offerLetters(deps), await taskLetters(deps)],
    ...[await meetingLetters(deps), await rsvpLetters(deps)],
    await boardTimers(deps),
    ...[await memberLetters(deps), await proofLetters(deps), await bookingLetters(deps)],
  ];
  const follower = followLog(AFTER_COMMIT, orm, feed, log, async (event) => {
    for (const handle of afterCommit) await handle(event);
  });
  const sweeper = startSweeper(services, log);

  const apollo = await startApollo(schema, log, options.production ?? false);

  function contextFor(request: IncomingMessage, signedIn: SignedIn | null, requestId: string): Context {
    const fromPages = options.pagesToken !== undefined && request.headers['x-ww-pages'] === options.pagesToken;
    const ip = fromPages ? String(request.headers['x-ww-client'] ?? 'pages') : clientAddress(request, options.trustedProxies ?? 0);
    const actor = signedIn ?? ANYONE;
    const em = orm.em.fork();
    em.setFilterParams('scope', { districts: districtsWhere(actor, 'request.read') });
    return { services, actor, signedIn, requestId, address: secrets.address(ip), em };
  }

  async function contextOf(request: IncomingMessage, requestId = newId()): Promise<Context> {
    return contextFor(request, await signedInFrom(auth, orm, request.headers), requestId);
  }

  const origins = ownOrigins(options.origin);
  const isOriginAllowed = (request: IncomingMessage) => origins.includes(request.headers.origin ?? '');
  const watch = new SessionWatch(orm, feed, log);
  const sockets = createSocketServer({
    schema,
    hub,
    contextOf: (request) => contextOf(request),
    isOriginAllowed,
    formatError: (error, ctx) => formatError(error.toJSON(), error, ctx.requestId, log),
    onOpen: (socket, ctx) => watch.watch(socket, ctx),
  });

  const handleAuth = authHandler({
    auth,
    services,
    origin: options.origin,
    limited: options.signInLimited ?? true,
    addressOf: (request) => clientAddress(request, options.trustedProxies ?? 0),
    isOriginAllowed,
    contextOf,
    onSessionsChanged: () => void watch.look(),
  });

  let isStopping = false;

  async function route(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/health/live' || path === '/health/ready') return answerHealth(path, response, orm, isStopping);
    if (path === '/graphql') {
      if (request.method !== 'POST') return sendError(response, 405, 'INVALID');
      return handleGraphql(apollo, request, response, await contextOf(request, requestId));
    }
    if (path.startsWith('/api/auth/')) return handleAuth(path, request, response, requestId);
    if (!options.pages) return sendError(response, 404, 'NOT_FOUND');
    options.pages(request, response);
  }

  return {
    schema,
    services,
    hub,
    sockets,
    handle(request: IncomingMessage, response: ServerResponse): void {
      const requestId = newId();
      setSecurityHeaders(response, options.origin.startsWith('https://'));
      response.setHeader('x-request-id', requestId);
      logAccess(log, request, response, requestId);
      route(request, response, requestId).catch((error: unknown) => {
        if (error instanceof TooLarge) return sendError(response, 413, 'TOO_COMPLEX');
        log.error({ err: error, requestId }, 'request failed');
        sendError(response, error instanceof GraphQLError ? 400 : 500, 'INTERNAL', { requestId });
      });
    },
    upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
      if ((request.url ?? '').split('?', 1)[0] === '/graphql' && !isStopping) sockets.upgrade(request, stream, head);
      else stream.destroy();
    },
    /** From now on not ready, and sockets are sent elsewhere; what is under way over HTTP goes on. */
    async beginStop(): Promise<void> {
      isStopping = true;
      watch.stop();
      await sockets.close();
    },
    async close(): Promise<void> {
      await this.beginStop();
      hub.stop();
      sweeper.stop();
      await follower.stop();
      await jobs.stop();
      await apollo.stop();
      await feed.stop();
      options.mail.close();
    },
  };
}

function setSecurityHeaders(response: ServerResponse, https: boolean): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (https) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
}
