import type { Context } from '../../platform/context.ts';
import { demandSignedIn } from '../../platform/demand.ts';
import type { Em } from '../../platform/orm.ts';
import type { ActionView, MyActions } from './action.types.ts';

/** How long what is done is still shown to whoever did it. */
const DONE_SHOWN_MS = 7 * 86_400_000;
const SHOWN = 200;

/** Action items by the day they are due. One statement. @param where of `action_item a` */
export async function actionViews(em: Em, where: string, values: readonly unknown[]): Promise<ActionView[]> {
  const rows = await em.execute<(Omit<ActionView, 'doneAt'> & { doneAt: Date | string | null })[]>(
    `select a.id, a.version, a.meeting_id as "meetingId", m.title as "meetingTitle", a.item_id as "itemId", a.district, a.text,
       a.owner_id as "ownerId", a.owner_name as "ownerName", a.due::text as due, a.done_at as "doneAt"
     from action_item a join meeting m on m.id = a.meeting_id where ${where} order by a.done_at is not null, a.due, a.id limit ${SHOWN}`,
    [...values],
  );
  return rows.map((row) => ({ ...row, doneAt: row.doneAt === null ? null : new Date(row.doneAt) }));
}

/** What somebody is to do, and what they did in the last week. */
export async function actionsOf(em: Em, personId: string, now: Date, cursor: string): Promise<MyActions> {
  const since = new Date(now.getTime() - DONE_SHOWN_MS);
  return { cursor, actions: await actionViews(em, 'a.owner_id = ? and (a.done_at is null or a.done_at >= ?)', [personId, since]) };
}

/** The caller's own. @throws AppError `UNAUTHENTICATED` */
export async function readMyActions(ctx: Context): Promise<MyActions> {
  const signedIn = demandSignedIn(ctx);
  const { cursor } = ctx.services.feed;
  return actionsOf(ctx.em, signedIn.personId, ctx.services.clock.now(), cursor);
}
