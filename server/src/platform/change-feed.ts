import type { Logger } from 'pino';
import type { Em, Orm } from './orm.ts';
import type { Waker } from './waker.ts';

/** An event as it is read back, in commit order. */
export interface FeedEvent {
  position: number;
  topic: string;
  subjectId: string;
  scope: string | null;
  version: number;
}

export type CursorCheck = { kind: 'at'; position: number } | { kind: 'reset' };

interface Row {
  position: string;
  topic: string;
  subject_id: string;
  scope: string | null;
  version: number;
}

const BATCH = 500;
/** How long at most a wake-up that got lost delays a change. */
const POLL_MS = 1_000;
const COLUMNS = 'position, topic, subject_id, scope, version';

/**
 * Reads the log in commit order and hands every batch to its listeners, once and in order.
 * Woken by `NOTIFY` from any process, with a slow poll behind it.
 */
export class ChangeFeed {
  readonly #orm: Orm;
  readonly #waker: Waker;
  readonly #log: Logger;
  readonly #listeners = new Set<(events: FeedEvent[]) => void>();
  #logId = '';
  #position = 0;
  #reading: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(orm: Orm, waker: Waker, log: Logger) {
    this.#orm = orm;
    this.#waker = waker;
    this.#log = log;
  }

  async start(): Promise<void> {
    const em = this.#orm.em.fork();
    this.#logId = await readLogId(em);
    this.#position = await lastPosition(em);
    await this.#waker.listen(() => void this.wake());
    this.#timer = setInterval(() => void this.wake(), POLL_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#waker.close();
    await this.#reading;
  }

  /** The last position handed to listeners. */
  get position(): number {
    return this.#position;
  }

  cursorAt(position: number): string {
    return `${this.#logId}.${position}`;
  }

  /** The cursor to give with a list: take it before reading the rows, so that nothing falls between. */
  get cursor(): string {
    return this.cursorAt(this.#position);
  }

  onEvents(listener: (events: FeedEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells every process that there is something to read; called after a commit. */
  announce(): void {
    void this.wake();
    this.#waker.announce();
  }

  /** Reads what is new; resolves when everything committed before the call was handed on. */
  wake(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    if (this.#reading) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = this.#drain()
      .catch((error: unknown) => this.#log.error({ err: error }, 'change feed could not read'))
      .finally(() => {
        this.#reading = null;
        // Asked again between the last look and here.
        return this.#again ? this.wake() : undefined;
      });
    return this.#reading;
  }

  async #drain(): Promise<void> {
    do {
      this.#again = false;
      const rows = await this.read(this.#position, null, BATCH);
      const last = rows.at(-1);
      if (!last) continue;
      this.#position = last.position;
      for (const listener of this.#listeners) listener(rows);
      if (rows.length === BATCH) this.#again = true;
    } while (this.#again && !this.#stopped);
  }

  /** Events after one position, up to another if given. */
  async read(after: number, upTo: number | null, limit: number): Promise<FeedEvent[]> {
    const rows = await this.#orm.em
      .fork()
      .execute<Row[]>(`select ${COLUMNS} from event where position > ? and position <= ? order by position limit ?`, [
        after,
        upTo ?? Number.MAX_SAFE_INTEGER,
        limit,
      ]);
    return rows.map((row) => ({
      position: Number(row.position),
      topic: row.topic,
      subjectId: row.subject_id,
      scope: row.scope,
      version: row.version,
    }));
  }

  /** What a client's cursor is worth: foreign, malformed, from the future, or older than the log keeps is a reset. */
  async check(cursor: string): Promise<CursorCheck> {
    const [, logId, digits] = /^([\w-]+)\.(\d{1,15})$/.exec(cursor) ?? [];
    if (logId !== this.#logId) return { kind: 'reset' };
    const position = Number(digits);
    // Another process may have answered the query that gave this cursor and be ahead of us by a moment.
    if (position > this.#position) await this.wake();
    if (position > this.#position) return { kind: 'reset' };
    const [row] = await this.#orm.em.fork().execute<{ pruned_to: string }[]>('select pruned_to from log_identity');
    return position < Number(row?.pruned_to ?? 0) ? { kind: 'reset' } : { kind: 'at', position };
  }
}

/** Where the log ends, also when everything in it has been swept away. */
async function lastPosition(em: Em): Promise<number> {
  const [row] = await em.execute<{ last: string | null }[]>(
    'select greatest((select max(position) from event), (select pruned_to from log_identity)) as last',
  );
  return Number(row?.last ?? 0);
}

/**
 * Changes whenever the log is not the one that a cursor was given for: another database, a copy of it, or a
 * cluster restored to an earlier moment (which starts a new timeline).
 */
async function readLogId(em: Em): Promise<string> {
  const [row] = await em.execute<{ id: string }[]>(
    `select md5(l.id::text || d.oid::text || s.system_identifier::text || c.timeline_id::text) as id
     from log_identity l, pg_database d, pg_control_system() s, pg_control_checkpoint() c where d.datname = current_database()`,
  );
  if (!row) throw new Error('the log has no identity: run the migrations');
  return row.id.slice(0, 16);
}
