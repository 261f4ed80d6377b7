import type { Logger } from 'pino';
import type { Services } from './context.ts';
import { LIMITS } from './limits.ts';
import type { Orm } from './orm.ts';

const EVERY_MS = 10 * 60_000;
const HOUR = 3_600_000;

/** Forgets what is only kept for a while: old events, answered keys, limits and sessions that are over, who borrowed a room long ago. */
export function startSweeper(services: Services, log: Logger): { stop(): void } {
  const timer = setInterval(() => void sweep(services).catch((error: unknown) => log.error({ err: error }, 'sweeper')), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** One round; a cursor older than what is kept then answers with a reset. */
export async function sweep({ orm, clock, limiter }: Services): Promise<void> {
  const now = clock.now().getTime();
  await orm.em.fork().transactional(async (em) => {
    const [gone] = await em.execute<{ last: string | null }[]>(
      'with gone as (delete from event where at < ? and position <= (select coalesce(min(position), 0) from log_follower) returning position) select max(position) as last from gone',
      [new Date(now - LIMITS.eventHours * HOUR)],
    );
    if (gone?.last) await em.execute('update log_identity set pruned_to = greatest(pruned_to, ?)', [Number(gone.last)]);
  });
  await orm.em.fork().execute('delete from command_key where at < ?', [new Date(now - LIMITS.keyDays * 24 * HOUR)]);
  await orm.em.fork().execute('delete from sign_in_link where expires_at < ?', [new Date(now - LIMITS.signInDays * 24 * HOUR)]);
  await orm.em.fork().execute('delete from booking_proof where expires_at < ?', [new Date(now)]);
  const kept = new Date(now - LIMITS.borrowerDays * 24 * HOUR);
  await orm.em.fork().execute('delete from booking_private q using booking b where b.id = q.booking_id and b.ends_at < ?', [kept]);
  await orm.em.fork().execute('update booking set borrower = null where borrower is not null and ends_at < ?', [kept]);
  await limiter.sweep();
  await sweepSignIns(orm);
}

/**
 * better-auth leaves behind what nobody comes back for: devices of ended sessions, unused links, counts by address.
 * It goes by the real time, not by our clock.
 */
async function sweepSignIns(orm: Orm): Promise<void> {
  const before = new Date(Date.now() - LIMITS.signInDays * 24 * HOUR);
  await orm.em.fork().execute('delete from auth.session where "expiresAt" < ?', [before]);
  await orm.em.fork().execute('delete from auth.verification where "expiresAt" < ?', [before]);
  await orm.em.fork().execute('delete from auth."rateLimit" where "lastRequest" < ?', [before.getTime()]);
}
