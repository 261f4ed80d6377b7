import { Client } from 'pg';
import type { Logger } from 'pino';
import type { Orm } from './orm.ts';

/** Carries an empty wake-up between processes. It may get lost; the feed's slow poll makes up for it. */
export interface Waker {
  listen(onWake: () => void): Promise<void>;
  announce(): void;
  close(): Promise<void>;
}

/** One process, one database: whoever commits wakes the feed itself. */
export function ownWaker(): Waker {
  return { listen: () => Promise.resolve(), announce: () => undefined, close: () => Promise.resolve() };
}

const CHANNEL = 'ww_log';
const RECONNECT_MS = 500;

/** `LISTEN` on a connection of its own; `NOTIFY` carries no data (it is limited to 8,000 bytes and locks the database). */
export function postgresWaker(orm: Orm, url: string, log: Logger): Waker {
  let client: Client | null = null;
  const state = { closed: false };
  let wake: () => void = () => undefined;
  const sending = { now: false, again: false };
  const askedAgain = () => sending.again;

  async function connect(): Promise<void> {
    if (state.closed) return;
    const fresh = new Client({ connectionString: url });
    fresh.on('notification', () => wake());
    fresh.on('error', () => undefined);
    fresh.on('end', () => {
      if (!state.closed) setTimeout(() => void connect(), RECONNECT_MS).unref();
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
      client = fresh;
      wake();
    } catch (error) {
      log.warn({ err: error }, 'listen connection failed, polling until it is back');
      await fresh.end().catch(() => undefined);
    }
  }

  /** At most one wake-up under way: an empty message says the same however often it is sent. */
  async function send(): Promise<void> {
    sending.now = true;
    do {
      sending.again = false;
      await orm.em
        .fork()
        .execute(`notify ${CHANNEL}`)
        .catch((error: unknown) => log.warn({ err: error }, 'notify failed'));
    } while (askedAgain());
    sending.now = false;
  }

  return {
    async listen(onWake) {
      wake = onWake;
      await connect();
    },
    announce() {
      if (sending.now) sending.again = true;
      else void send();
    },
    async close() {
      state.closed = true;
      await client?.end();
    },
  };
}
