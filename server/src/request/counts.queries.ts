import { can } from '@ww/shared/policy';
import { DISTRICT_SLUGS } from '@ww/shared/district';
import { URGENT_AFTER_MIN } from '@ww/shared/request/age';
import { OPEN_STATES, WAITING_STATES } from '@ww/shared/request/transitions';
import { startOfWarsawDay } from '@ww/shared/time';
import type { Context } from '../platform/context.ts';
import { demand } from '../platform/demand.ts';
import type { Em } from '../platform/orm.ts';
import type { CityCounts, DeskFigures, DistrictCounts } from './counts.types.ts';

/** Below this a count in a city aggregate is suppressed. Source: domain rules on personal data. */
const SUPPRESS_BELOW = 5;

interface CountRow {
  district: string;
  open: number;
  fresh: number;
  triaged: number;
  offered: number;
  accepted: number;
  in_progress: number;
  urgent: number;
  oldest: Date | string | null;
  done_today: number;
}

const oneOf = (states: readonly string[]) => `state in (${states.map((state) => `'${state}'`).join(', ')})`;
const OPEN = oneOf(OPEN_STATES);
const WAITING = oneOf(WAITING_STATES);
/** As `bandOf` in shared: untaken for long, marked urgent, or past due. */
const URGENT = `${OPEN} and (due_to < ? or (${WAITING} and (priority = 'URGENT' or created_at <= ?)))`;

/** Numbers of the given districts; every one has a row, also without requests. */
export async function countDistricts(em: Em, districts: readonly string[], now: Date): Promise<DistrictCounts[]> {
  const rows = await em.execute<CountRow[]>(
    `select district,
       count(*) filter (where ${OPEN})::int as open,
       count(*) filter (where state = 'NEW')::int as fresh,
       count(*) filter (where state = 'TRIAGED')::int as triaged,
       count(*) filter (where state = 'OFFERED')::int as offered,
       count(*) filter (where state = 'ACCEPTED')::int as accepted,
       count(*) filter (where state = 'IN_PROGRESS')::int as in_progress,
       count(*) filter (where ${URGENT})::int as urgent,
       min(created_at) filter (where ${WAITING}) as oldest,
       count(*) filter (where state = 'DONE' and closed_at >= ?)::int as done_today
     from help_request where district in (${districts.map(() => '?').join(', ')}) and (${OPEN} or closed_at >= ?) group by district`,
    [now, urgentSince(now), startOfWarsawDay(now), ...districts, startOfWarsawDay(now)],
  );
  const found = new Map(rows.map((row) => [row.district, row]));
  return districts.map((district) => toCounts(district, found.get(district)));
}

const urgentSince = (now: Date) => new Date(now.getTime() - URGENT_AFTER_MIN * 60_000);

function toCounts(district: string, row: CountRow | undefined): DistrictCounts {
  return {
    district,
    open: row?.open ?? 0,
    fresh: row?.fresh ?? 0,
    triaged: row?.triaged ?? 0,
    offered: row?.offered ?? 0,
    accepted: row?.accepted ?? 0,
    inProgress: row?.in_progress ?? 0,
    urgent: row?.urgent ?? 0,
    oldestWaitingSince: row?.oldest ? new Date(row.oldest) : null,
    doneToday: row?.done_today ?? 0,
    suppressed: false,
  };
}

const shown = (count: number | null) => (count !== null && count >= SUPPRESS_BELOW ? count : null);
const PARTS = ['fresh', 'triaged', 'offered', 'accepted', 'inProgress'] as const;

/** The parts of `open` that may be shown beside it: what is left of the total must not be a count below the limit either. */
function shownParts(counts: DistrictCounts): Pick<DistrictCounts, (typeof PARTS)[number]> {
  const parts = {
    fresh: shown(counts.fresh),
    triaged: shown(counts.triaged),
    offered: shown(counts.offered),
    accepted: shown(counts.accepted),
    inProgress: shown(counts.inProgress),
  };
  const known = PARTS.filter((part) => parts[part] !== null).toSorted((a, b) => (parts[a] ?? 0) - (parts[b] ?? 0));
  const left = (counts.open ?? 0) - known.reduce((sum, part) => sum + (parts[part] ?? 0), 0);
  const [smallest] = known;
  if (smallest && left > 0 && left < SUPPRESS_BELOW) parts[smallest] = null;
  return parts;
}

/** For the city's analyst: what could point at a person is left out. */
export function suppress(counts: DistrictCounts): DistrictCounts {
  const { district, fresh, triaged, offered } = counts;
  const kept = { ...shownParts(counts), open: shown(counts.open), urgent: shown(counts.urgent), doneToday: shown(counts.doneToday) };
  return {
    district,
    ...kept,
    oldestWaitingSince: shown((fresh ?? 0) + (triaged ?? 0) + (offered ?? 0)) === null ? null : counts.oldestWaitingSince,
    suppressed: Object.values(kept).includes(null),
  };
}

/** Whether the caller sees every number, or only suppressed ones. @throws AppError when neither. */
export function seesAllCounts(ctx: Context): boolean {
  if (can(ctx.actor, 'counts.read')) return true;
  demand(ctx, 'counts.read-suppressed');
  return false;
}

export async function readCityCounts(ctx: Context): Promise<CityCounts> {
  const all = seesAllCounts(ctx);
  const cursor = ctx.services.feed.cursor;
  const counts = await countDistricts(ctx.em, DISTRICT_SLUGS, ctx.services.clock.now());
  return { cursor, districts: all ? counts : counts.map(suppress) };
}

/** The figures over a coordinator's desk. */
export async function readDeskFigures(ctx: Context, district: string): Promise<DeskFigures> {
  demand(ctx, 'request.read', { district });
  const now = ctx.services.clock.now();
  const [counts] = await countDistricts(ctx.em, [district], now);
  const [row] = await ctx.em.execute<{ median: number | null; last_closed: Date | string | null }[]>(
    `select percentile_cont(0.5) within group (order by extract(epoch from accepted_at - created_at) / 60)
         filter (where accepted_at >= ?)::float8 as median,
       max(closed_at) as last_closed
     from help_request where district = ?`,
    [new Date(now.getTime() - 7 * 86_400_000), district],
  );
  return {
    district,
    open: counts?.open ?? 0,
    urgent: counts?.urgent ?? 0,
    medianMinutesToClaim: row?.median === null || row?.median === undefined ? null : Math.round(row.median),
    doneToday: counts?.doneToday ?? 0,
    lastClosedAt: row?.last_closed ? new Date(row.last_closed) : null,
  };
}
