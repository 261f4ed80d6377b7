import { can } from '@ww/shared/policy';
import type { Errand, Kind } from '@ww/shared/request/kinds';
import { UNDO_WINDOW_MS } from '@ww/shared/request/transitions';
import { startOfWarsawDay } from '@ww/shared/time';
import { MINUTES_OF, type OfferState, type TaskState } from '@ww/shared/volunteer/terms';
import { warsawWeek } from '@ww/shared/week';
import type { Context } from '../platform/context.ts';
import { demandSignedIn } from '../platform/demand.ts';
import { notFound } from '../platform/errors.ts';
import type { Em } from '../platform/orm.ts';
import { expectRetry } from '../platform/reveal.ts';
import { RequestPrivate } from '../request/request-private.entity.ts';
import { Task } from './dispatch.entity.ts';
import type { MyDay, MyHours, MyOffer, MyTally, MyTask, RevealedTask } from './mine.types.ts';
import { ACTIVE } from './task-flow.ts';
import { Volunteer } from './volunteer.entity.ts';

/** How long a question that went to another, or ran out, is still shown. */
const ENDED_OFFER_MS = 2 * 3_600_000;
const SHOWN = 100;

/** The caller as a volunteer. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND` for anyone who is none. */
export async function findMine(ctx: Context): Promise<Volunteer> {
  const signedIn = demandSignedIn(ctx);
  if (!can(ctx.actor, 'mine.read', { person: signedIn.personId })) throw notFound();
  const volunteer = await ctx.em.findOne(Volunteer, { personId: signedIn.personId, endedAt: null });
  if (!volunteer) throw notFound();
  return volunteer;
}

/** The volunteer's day. @throws AppError as `findMine`. */
export async function readMyDay(ctx: Context): Promise<MyDay> {
  const { cursor } = ctx.services.feed;
  const volunteer = await findMine(ctx);
  return readDay(ctx.em, volunteer, ctx.services.clock.now(), cursor);
}

export async function readDay(em: Em, volunteer: Volunteer, now: Date, cursor: string): Promise<MyDay> {
  const { id, displayName, dutyUntil, weeklyMinutes, since, personId } = volunteer;
  return {
    cursor,
    volunteerId: id,
    displayName,
    dutyUntil: dutyUntil && dutyUntil > now ? dutyUntil : null,
    offers: await readOffers(em, id, now),
    tasks: await readTasks(em, id, personId, now),
    tally: await readTally(em, id, { weeklyMinutes, since }, now),
  };
}

interface RawOffer {
  id: string;
  kind: Kind;
  errand: Errand | null;
  district: string;
  fromAt: Date | string;
  toAt: Date | string;
  expiresAt: Date | string;
  othersAsked: number;
  state: OfferState;
}

async function readOffers(em: Em, volunteerId: string, now: Date): Promise<MyOffer[]> {
  const rows = await em.execute<RawOffer[]>(
    `select f.id, r.kind, r.errand, r.district, d.from_at as "fromAt", d.to_at as "toAt", f.expires_at as "expiresAt",
       case when f.state = 'OPEN' and f.expires_at <= ? then 'EXPIRED' else f.state end as state,
       (select count(*)::int from offer g where g.dispatch_id = f.dispatch_id and g.wave = f.wave and g.id <> f.id) as "othersAsked"
     from offer f join dispatch d on d.id = f.dispatch_id join help_request r on r.id = f.request_id
     where f.volunteer_id = ? and (f.state = 'OPEN' or (f.state in ('RELEASED', 'EXPIRED') and f.answered_at > ?))
     order by (f.state = 'OPEN' and f.expires_at > ?) desc, f.expires_at, f.id limit ${SHOWN}`,
    [now, volunteerId, new Date(now.getTime() - ENDED_OFFER_MS), now],
  );
  return rows.map((row) => ({
    ...row,
    fromAt: new Date(row.fromAt),
    toAt: new Date(row.toAt),
    expiresAt: new Date(row.expiresAt),
    minutes: MINUTES_OF[row.kind],
  }));
}

interface RawTask {
  id: string;
  number: number;
  district: string;
  kind: Kind;
  errand: Errand | null;
  state: TaskState;
  fromAt: Date | string;
  toAt: Date | string;
  endedAt: Date | string | null;
  minutes: number | null;
  version: number;
  undoBy: string | null;
  undoAt: string | null;
}

/** A yes that was taken back leaves no trace here: the question is open again. */
async function readTasks(em: Em, volunteerId: string, personId: string | null | undefined, now: Date): Promise<MyTask[]> {
  const rows = await em.execute<RawTask[]>(
    `select t.id, r.number, r.district, r.kind, r.errand, t.state, t.from_at as "fromAt", t.to_at as "toAt", t.ended_at as "endedAt", t.minutes,
       r.version, r.undo ->> 'by' as "undoBy", r.undo ->> 'at' as "undoAt"
     from task t join help_request r on r.id = t.request_id
     where t.volunteer_id = ? and (t.ended_at is null or t.ended_at >= ?)
       and not exists (select 1 from offer f where f.id = t.offer_id and t.state = 'TAKEN_BACK' and f.state <> 'ACCEPTED')
       and not exists (select 1 from task u where u.request_id = t.request_id and u.volunteer_id = t.volunteer_id and (u.accepted_at, u.id) > (t.accepted_at, t.id))
     order by t.ended_at is not null, t.from_at, t.id limit ${SHOWN}`,
    [volunteerId, startOfWarsawDay(now)],
  );
  return rows.map(({ undoBy, undoAt, ...row }) => ({
    ...row,
    fromAt: new Date(row.fromAt),
    toAt: new Date(row.toAt),
    endedAt: row.endedAt === null ? null : new Date(row.endedAt),
    undoableUntil: undoAt !== null && personId && undoBy === personId ? new Date(Date.parse(undoAt) + UNDO_WINDOW_MS) : null,
  }));
}

async function readTally(em: Em, volunteerId: string, limits: Pick<MyTally, 'weeklyMinutes' | 'since'>, now: Date): Promise<MyTally> {
  const week = warsawWeek(now);
  const [row] = await em.execute<{ week: number; total: number }[]>(
    `select coalesce(sum(minutes) filter (where ended_at >= ? and ended_at < ?), 0)::int as week, coalesce(sum(minutes), 0)::int as total
     from task where volunteer_id = ? and state = 'DONE'`,
    [week.from, week.to, volunteerId],
  );
  return { ...limits, weekMinutes: row?.week ?? 0, totalMinutes: row?.total ?? 0 };
}

/** What the volunteer has done, the newest first. */
export async function readMyHours(ctx: Context): Promise<MyHours[]> {
  const { id } = await findMine(ctx);
  const rows = await ctx.em.execute<(Omit<MyHours, 'endedAt'> & { endedAt: Date | string })[]>(
    `select t.id as "taskId", t.ended_at as "endedAt", r.kind, r.errand, r.district, t.minutes from task t join help_request r on r.id = t.request_id
     where t.volunteer_id = ? and t.state = 'DONE' order by t.ended_at desc, t.id desc limit 500`,
    [id],
  );
  return rows.map((row) => ({ ...row, endedAt: new Date(row.endedAt) }));
}

/** The personal data of a task, after the `reveal` command has written its audit entry. @throws AppError `NOT_FOUND` once it is over; `INVALID` on `key`. */
export async function readRevealedTask(ctx: Context, { id, revealedAt }: { id: string; revealedAt: string }): Promise<RevealedTask> {
  const volunteer = await findMine(ctx);
  const task = await ctx.em.findOne(Task, { id, volunteerId: volunteer.id, state: { $in: [...ACTIVE] } });
  const found = task ? await ctx.em.findOne(RequestPrivate, { requestId: task.requestId }) : null;
  if (!found) throw notFound();
  expectRetry(ctx, revealedAt);
  return {
    id,
    revealedAt: new Date(revealedAt),
    words: found.words,
    person: { name: found.personName, phone: found.personPhone },
    contact: found.contactName ? { name: found.contactName, phone: found.contactPhone ?? null } : null,
    address: { street: found.street, house: found.house, flat: found.flat ?? null, access: found.access ?? null },
  };
}
