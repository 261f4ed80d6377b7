import { createHash } from 'node:crypto';
import { PgBoss, type Clock } from 'pg-boss';
import type { Logger } from 'pino';
import { pgliteOf, type Orm } from './orm.ts';

/** Work done after a commit, kept in the database until it is done: it survives a restart and is retried. */
export interface Jobs {
  /** Sends a job once: the same `id` again is the same job. It is done at once, or not before `startAfter`. */
  send(queue: string, data: object, id: string, startAfter?: Date): Promise<void>;
  /** `forgetSeconds`: how long a job is kept once done; a week, or less where its data names a person. */
  work(queue: string, handle: (data: unknown) => Promise<void>, forgetSeconds?: number): Promise<void>;
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

const RETRIES = { retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 60 } as const;
const WEEK_SECONDS = 7 * 86_400;
const POLL_SECONDS = 1;
/** Jobs of a queue that are done at once; while there are more, it does not wait for the next look. */
const TOGETHER = 10;
const STOP_MS = 5_000;

/** What tells pg-boss the time; tests drive one by hand. */
export type JobClock = Clock;

/** pg-boss in a schema of its own, over PostgreSQL (its own small pool) or over the embedded database. */
export async function startJobs(orm: Orm, databaseUrl: string | undefined, log: Logger, clock?: JobClock): Promise<Jobs> {
  const pglite = await pgliteOf(orm);
  const boss = new PgBoss({
    schema: 'jobs',
    ...(databaseUrl ? { connectionString: databaseUrl, max: 2 } : {}),
    ...(pglite ? { db: overEmbedded(pglite) } : {}),
    ...(clock ? { clock } : {}),
  });
  boss.on('error', (error: unknown) => log.error({ err: error }, 'job queue'));
  await boss.start();
  const known = new Set<string>();

  async function ensure(queue: string, forgetSeconds = WEEK_SECONDS): Promise<void> {
    if (known.has(queue)) return;
    known.add(queue);
    await boss.createQueue(queue, { ...RETRIES, deleteAfterSeconds: forgetSeconds });
  }

  async function done(queue: string, { id, data }: { id: string; data: unknown }, handle: (data: unknown) => Promise<void>) {
    try {
      await handle(data);
      return { id, status: 'completed' as const };
    } catch (error) {
      // an answer of a mail server may name whom the letter was for
      const why = errorName(error);
      log.warn({ queue, jobId: id, why }, 'a job failed and is tried again');
      return { id, status: 'failed' as const, output: { why } };
    }
  }

  return {
    async send(queue, data, id, startAfter) {
      await ensure(queue);
      await boss.send(queue, data, startAfter ? { id, startAfter } : { id });
    },
    async work(queue, handle, forgetSeconds) {
      await ensure(queue, forgetSeconds);
      const options = { pollingIntervalSeconds: POLL_SECONDS, batchSize: TOGETHER, burstWhenBatchFull: true, perJobResults: true } as const;
      // each job for itself: one that fails is tried again alone
      await boss.work(queue, options, (batch) => Promise.all(batch.map((job) => done(queue, job, handle))));
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
}

/** What kind of error it was, without its words. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

/** The id of a job that follows from something: the same purpose and thing give the same job. */
export function jobIdOf(purpose: string, thing: string): string {
  const hex = createHash('sha256').update(`${purpose}:${thing}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface EmbeddedDatabase {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  exec(text: string): Promise<{ rows: unknown[] }[]>;
}

/** The embedded database has one session, so what each session needs is run once. */
function overEmbedded(pglite: EmbeddedDatabase) {
  return {
    executeSql: (text: string, values?: unknown[]) => runOn(pglite, text, values),
    async setSessionStatements(statements: string[]) {
      for (const statement of statements) await pglite.exec(statement);
    },
  };
}

/** One statement with values, or a script without. */
async function runOn(pglite: EmbeddedDatabase, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  if (values && values.length > 0) return pglite.query(text, values);
  const results = await pglite.exec(text);
  return { rows: results.findLast((result) => result.rows.length > 0)?.rows ?? [] };
}
