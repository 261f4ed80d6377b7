import { MINUTES_OF } from '@ww/shared/volunteer/terms';
import { can } from '@ww/shared/policy';
import type { Context } from '../platform/context.ts';
import { demand } from '../platform/demand.ts';
import { notFound } from '../platform/errors.ts';
import type { Em } from '../platform/orm.ts';
import { findRow } from '../request/request.queries.ts';
import type { Override } from './dispatch.entity.ts';
import type { DispatchLog, DispatchView, OfferView, PoolOffer, TaskView } from './dispatch.types.ts';

/** Searches shown for a request; older ones are in its history. */
const SHOWN = 10;

/** Rows as raw SQL gives them: instants may come as text. */
type Raw<T> = { [P in keyof T]: T[P] extends Date ? Date | string : T[P] extends Date | null ? Date | string | null : T[P] };
type RawDispatch = Raw<Omit<DispatchView, 'offers'>>;
type RawOffer = Raw<Omit<OfferView, 'overrides'>> & { dispatchId: string; overrides: Override[] | string };
type RawTask = Raw<TaskView>;

const at = (value: Date | string) => new Date(value);
const atOrNull = (value: Date | string | null) => (value === null ? null : new Date(value));

const DISPATCH = `select d.id, d.request_id as "requestId", d.state, d.in_waves as "inWaves", d.wave, d.wave_size as "waveSize", d.wave_minutes as "waveMinutes",
  d.from_at as "fromAt", d.to_at as "toAt", d.next_at as "nextAt", d.started_at as "startedAt", d.ended_at as "endedAt", p.display_name as "startedByName"
  from dispatch d join person p on p.id = d.started_by_id`;

/** Searches and tasks of a request. @throws AppError `NOT_FOUND`, `UNAUTHENTICATED`. */
export async function readDispatchLog(ctx: Context, requestId: string): Promise<DispatchLog> {
  const request = await findRow(ctx.em, requestId, 'all');
  demand(ctx, 'dispatch.offer', request ? { district: request.district } : {});
  if (!request) throw notFound();
  const tasks = await ctx.em.execute<RawTask[]>(
    `select t.id, t.volunteer_id as "volunteerId", v.display_name as "displayName", o.name as "organisationName", t.state, t.from_at as "fromAt", t.to_at as "toAt",
       t.accepted_at as "acceptedAt", t.ended_at as "endedAt", t.return_reason as "returnReason"
     from task t join volunteer v on v.id = t.volunteer_id left join organisation o on o.id = v.organisation_id
     where t.request_id = ? order by t.accepted_at desc, t.id desc limit ${SHOWN}`,
    [requestId],
  );
  return {
    dispatches: await readDispatches(ctx.em, 'd.request_id = ?', requestId),
    tasks: tasks.map((task) => ({
      ...task,
      fromAt: at(task.fromAt),
      toAt: at(task.toAt),
      acceptedAt: at(task.acceptedAt),
      endedAt: atOrNull(task.endedAt),
    })),
  };
}

async function readDispatches(em: Em, where: string, id: string): Promise<DispatchView[]> {
  const rows = await em.execute<RawDispatch[]>(`${DISPATCH} where ${where} order by d.started_at desc, d.id desc limit ${SHOWN}`, [id]);
  if (rows.length === 0) return [];
  const offers = await em.execute<RawOffer[]>(
    `select f.id, f.dispatch_id as "dispatchId", f.volunteer_id as "volunteerId", f.pool_id as "poolId", v.display_name as "displayName", coalesce(o.name, po.name) as "organisationName",
       f.wave, f.state, f.offered_at as "offeredAt", f.expires_at as "expiresAt", f.answered_at as "answeredAt", f.decline_reason as "declineReason", f.overrides
     from offer f left join volunteer v on v.id = f.volunteer_id left join organisation o on o.id = v.organisation_id
       left join volunteer_pool q on q.id = f.pool_id left join organisation po on po.id = q.organisation_id
     where f.dispatch_id in (${rows.map(() => '?').join(', ')}) order by f.wave, f.offered_at, f.id`,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...row,
    fromAt: at(row.fromAt),
    toAt: at(row.toAt),
    nextAt: at(row.nextAt),
    startedAt: at(row.startedAt),
    endedAt: atOrNull(row.endedAt),
    offers: offers.filter(({ dispatchId }) => dispatchId === row.id).map(toOffer),
  }));
}

function toOffer({ dispatchId: _, overrides, ...offer }: RawOffer): OfferView {
  return {
    ...offer,
    offeredAt: at(offer.offeredAt),
    expiresAt: at(offer.expiresAt),
    answeredAt: atOrNull(offer.answeredAt),
    overrides: typeof overrides === 'string' ? (JSON.parse(overrides) as Override[]) : overrides,
  };
}

/** A search after a command on it. @throws AppError `NOT_FOUND` for whoever may no longer see it. */
export async function readDispatch(ctx: Context, { id }: { id: string }): Promise<DispatchView> {
  const [found] = await readDispatches(ctx.em, 'd.id = ?', id);
  const request = found ? await findRow(ctx.em, found.requestId, 'all') : null;
  if (!found || !request || !can(ctx.actor, 'dispatch.offer', { district: request.district })) throw notFound();
  return found;
}

type RawPoolOffer = Raw<Omit<PoolOffer, 'minutes'>> & { organisationId: string };

const POOL_OFFER = `select f.id, f.pool_id as "poolId", q.organisation_id as "organisationId", r.kind, r.errand, r.district, d.from_at as "fromAt", d.to_at as "toAt",
  f.expires_at as "expiresAt", f.state from offer f join volunteer_pool q on q.id = f.pool_id join dispatch d on d.id = f.dispatch_id join help_request r on r.id = f.request_id`;

function toPoolOffer({ organisationId: _, ...offer }: RawPoolOffer): PoolOffer {
  const { fromAt, toAt, expiresAt, kind } = offer;
  return { ...offer, fromAt: at(fromAt), toAt: at(toAt), expiresAt: at(expiresAt), minutes: MINUTES_OF[kind] };
}

/** Questions that an organisation's coordinator has yet to answer, the soonest to expire first. */
export async function readPoolOffers(ctx: Context, organisation: string): Promise<PoolOffer[]> {
  demand(ctx, 'pool.answer', { organisation });
  const rows = await ctx.em.execute<RawPoolOffer[]>(
    `${POOL_OFFER} where q.organisation_id::text = ? and f.state = 'OPEN' and f.expires_at > ? order by f.expires_at, f.id limit 100`,
    [organisation, ctx.services.clock.now()],
  );
  return rows.map(toPoolOffer);
}

/** A question to a pool after it was answered. @throws AppError `NOT_FOUND`. */
export async function readPoolOffer(ctx: Context, { id }: { id: string }): Promise<PoolOffer> {
  const [row] = await ctx.em.execute<RawPoolOffer[]>(`${POOL_OFFER} where f.id = ?`, [id]);
  if (!row || !can(ctx.actor, 'pool.answer', { organisation: row.organisationId })) throw notFound();
  return toPoolOffer(row);
}
