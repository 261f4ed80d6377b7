import type { Context } from '../platform/context.ts';
import { isUuid } from '@ww/shared/id';
import { demand } from '../platform/demand.ts';
import { invalid } from '../platform/errors.ts';
import type { Em } from '../platform/orm.ts';
import type { Looker, Presence } from './presence.types.ts';

/** Someone who has not been heard of for this long is gone; the web says so every 10 s. */
const GONE_AFTER_MS = 25_000;
export const PRESENCE_POLL_MS = 2_000;

/** Who has the queue of a district open, and which request. */
export async function readPresence(em: Em, district: string, now: Date): Promise<Presence> {
  const lookers = await em.execute<Looker[]>(
    `select request_id as "requestId", person_id as "personId", display_name as "displayName" from presence
     where district = ? and seen_at > ? order by display_name, person_id`,
    [district, new Date(now.getTime() - GONE_AFTER_MS)],
  );
  return { lookers };
}

/**
 * A heartbeat: outside the log and not a command, for it is worth nothing a minute later.
 * @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`, `INVALID`.
 */
export async function showPresence(ctx: Context, district: string, requestId: string | null, leaving: boolean): Promise<boolean> {
  demand(ctx, 'presence.show', { district });
  if (requestId !== null && !isUuid(requestId)) throw invalid([{ path: 'requestId', rule: 'uuid' }]);
  const { signedIn } = ctx;
  if (!signedIn) return false;
  if (leaving) {
    await ctx.em.execute('delete from presence where person_id = ? and district = ?', [signedIn.personId, district]);
  } else {
    await ctx.em.execute(
      `insert into presence (person_id, district, request_id, display_name, seen_at) values (?, ?, ?, ?, ?)
       on conflict (person_id, district) do update set request_id = excluded.request_id, display_name = excluded.display_name, seen_at = excluded.seen_at`,
      [signedIn.personId, district, requestId, signedIn.displayName, ctx.services.clock.now()],
    );
  }
  ctx.services.nudgeLive();
  return true;
}
