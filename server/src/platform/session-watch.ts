import { isRole } from '@ww/shared/roles';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { ChangeFeed } from './change-feed.ts';
import type { Context, SignedIn } from './context.ts';
import { LIMITS } from './limits.ts';
import type { Orm } from './orm.ts';
import { CLOSE } from './socket.ts';

interface Watched {
  socket: WebSocket;
  signedIn: SignedIn;
}

/**
 * Closes a socket when the session behind it, or any role it was opened with, is gone, and lets it open again when there is
 * one more, or when what came with a membership has changed. Looks at once when the log says that somebody's access changed,
 * and every few seconds for what the log doesn't tell (expiry, a password reset), so that it holds in every process.
 */
export class SessionWatch {
  readonly #orm: Orm;
  readonly #log: Logger;
  readonly #watched = new Set<Watched>();
  readonly #timer: NodeJS.Timeout;
  readonly #stopFollowing: () => void;

  constructor(orm: Orm, feed: ChangeFeed, log: Logger) {
    this.#orm = orm;
    this.#log = log;
    this.#timer = setInterval(() => void this.look(), LIMITS.sessionCheckSeconds * 1000);
    this.#timer.unref();
    this.#stopFollowing = feed.onEvents((events) => {
      if (events.some((event) => event.topic === 'access')) void this.look();
    });
  }

  watch(socket: WebSocket, ctx: Context): void {
    if (!ctx.signedIn) return;
    const watched = { socket, signedIn: ctx.signedIn };
    this.#watched.add(watched);
    socket.once('close', () => this.#watched.delete(watched));
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#stopFollowing();
  }

  async look(): Promise<void> {
    if (this.#watched.size === 0) return;
    try {
      const ids = [...new Set([...this.#watched].map(({ signedIn }) => signedIn.sessionId))];
      const rows = await this.#orm.em.fork().execute<{ id: string; grants: string[] | null }[]>(
        `select s.id, (select array_agg(g.id::text) from standing g where g.person_id = s."userId") as grants
         from auth.session s where s.id in (${ids.map(() => '?').join(', ')}) and s."expiresAt" > now()`,
        ids,
      );
      const grantsOf = new Map(rows.map((row) => [row.id, new Set(row.grants ?? [])]));
      for (const { socket, signedIn } of this.#watched) {
        const grants = grantsOf.get(signedIn.sessionId);
        const lost = signedIn.grantIds.filter(({ id }) => !grants?.has(id));
        // what merely follows from an organisation's membership is no role: without it the session goes on
        if (!grants || lost.some(({ role }) => isRole(role))) socket.close(CLOSE.sessionEnded, 'session ended');
        // comes back at once, with what it may do from now on
        else if (lost.length > 0 || grants.size > signedIn.grantIds.length) socket.close(CLOSE.goingAway, 'something else is allowed');
      }
    } catch (error) {
      this.#log.error({ err: error }, 'could not check the sessions of open sockets');
    }
  }
}
