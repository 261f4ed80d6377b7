import type { Actor } from '@ww/shared/roles';
import type { Clock } from './clock.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Em, Orm } from './orm.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { Secrets } from './secrets.ts';

/** What the whole server shares; made once by `createApp`. */
export interface Services {
  orm: Orm;
  clock: Clock;
  feed: ChangeFeed;
  secrets: Secrets;
  limiter: RateLimiter;
  /** For an account that a command makes; how passwords are kept is better-auth's affair. */
  hashPassword(password: string): Promise<string>;
  /** Wakes live reads that look again and again, after a change in this process. */
  nudgeLive(): void;
}

/** Who is signed in, as far as the operation needs to know. */
export interface SignedIn extends Actor {
  personId: string;
  displayName: string;
  email: string;
  sessionId: string;
  grantIds: { id: string; role: string; scope: string | null }[];
}

/** One operation's context. */
export interface Context {
  services: Services;
  actor: Actor;
  signedIn: SignedIn | null;
  /** Named in logs and shown with a masked error. */
  requestId: string;
  /** The caller's address as a keyed hash: enough to limit by, useless to find anyone. */
  address: string;
  /** Memory of one operation, so that equal reads (and the DataLoader) are shared. */
  em: Em;
}
