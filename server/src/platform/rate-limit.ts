import type { Clock } from './clock.ts';
import { rateLimited } from './errors.ts';
import type { Orm } from './orm.ts';

export interface Limit {
  /** What is counted, e.g. `submit`. */
  name: string;
  hits: number;
  /** Length of the window in seconds. */
  seconds: number;
}

/** Fixed windows in an unlogged table, so that every process counts together. */
export class RateLimiter {
  readonly #orm: Orm;
  readonly #clock: Clock;

  constructor(orm: Orm, clock: Clock) {
    this.#orm = orm;
    this.#clock = clock;
  }

  /** @throws AppError `RATE_LIMITED` with the seconds to wait, once `who` has used the limit up. */
  async take(limit: Limit, who: string): Promise<void> {
    const now = this.#clock.now();
    const resets = new Date(now.getTime() + limit.seconds * 1000);
    const [row] = await this.#orm.em.fork().execute<{ hits: number; resets_at: Date | string }[]>(
      `insert into rate_bucket (bucket, hits, resets_at) values (?, 1, ?)
       on conflict (bucket) do update set
         hits = case when rate_bucket.resets_at <= ? then 1 else rate_bucket.hits + 1 end,
         resets_at = case when rate_bucket.resets_at <= ? then excluded.resets_at else rate_bucket.resets_at end
       returning hits, resets_at`,
      [`${limit.name}:${who}`, resets, now, now],
    );
    if (row && row.hits > limit.hits) {
      throw rateLimited(Math.max(1, Math.ceil((new Date(row.resets_at).getTime() - now.getTime()) / 1000)));
    }
  }

  /** What was taken did not count after all. */
  async giveBack(limit: Limit, who: string): Promise<void> {
    await this.#orm.em.fork().execute('update rate_bucket set hits = hits - 1 where bucket = ? and hits > 0', [`${limit.name}:${who}`]);
  }

  /** Whether a window of `who` is open: they were counted not long ago. */
  async knows(limit: Limit, who: string): Promise<boolean> {
    const found = await this.#orm.em
      .fork()
      .execute<unknown[]>('select 1 from rate_bucket where bucket = ? and resets_at > ?', [`${limit.name}:${who}`, this.#clock.now()]);
    return found.length > 0;
  }

  /** Forgets windows that are over. */
  async sweep(): Promise<void> {
    await this.#orm.em.fork().execute('delete from rate_bucket where resets_at <= ?', [this.#clock.now()]);
  }
}
