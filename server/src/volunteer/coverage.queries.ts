import { DISTRICT_SLUGS } from '@ww/shared/district';
import type { Kind } from '@ww/shared/request/kinds';
import { WAITING_STATES } from '@ww/shared/request/transitions';
import type { Span, WeeklyHours } from '@ww/shared/spans';
import type { Absence } from '@ww/shared/volunteer/availability';
import {
  coverageOf,
  halfDays,
  type CoverageFacts,
  type CoveringPool,
  type CoveringVolunteer,
  type WaitingRequest,
} from '@ww/shared/volunteer/coverage';
import type { Context } from '../platform/context.ts';
import { demand } from '../platform/demand.ts';
import type { Em } from '../platform/orm.ts';
import type { CoveragePage, DistrictCoverage } from './coverage.types.ts';
import { exceptionDays } from './exception-days.ts';

/** Instants inside JSON are text. */
type Written<T> = { [K in keyof T]: T[K] extends number ? string : T[K] };

interface VolunteerRow {
  districts: string[];
  kinds: Kind[];
  max_open: number;
  duty_until: Date | string | null;
  hours: WeeklyHours[] | null;
  exceptions: { day: string; from: number | null; to: number | null }[] | null;
  absences: Absence[] | null;
  tasks: Written<Span>[] | null;
}

interface PoolRow extends Omit<CoveringPool, 'hours' | 'filled' | 'fromDay' | 'toDay'> {
  from_minute: number;
  to_minute: number;
  from_day: string;
  to_day: string;
  filled: (Written<Span> & { volunteer: string })[] | null;
}

const ACTIVE = `state in ('ACCEPTED', 'ON_THE_WAY')`;
const listed = (values: readonly unknown[]) => values.map(() => '?').join(', ');
/** What belongs to each volunteer, gathered as JSON. A subselect finds it by index however little the planner knows of the tables. */
const gathered = (fields: string, table: string, where: string) =>
  `(select json_agg(json_build_object(${fields})) from ${table} where volunteer_id = volunteer.id and ${where})`;

const spanOf = ({ from, to }: Written<Span>): Span => ({ from: Date.parse(from), to: Date.parse(to) });

/** What coverage is counted from, in three statements. */
async function readFacts(em: Em, districts: readonly string[], now: Date): Promise<CoverageFacts> {
  const week = halfDays(now);
  const [first, last] = [week[0]?.day ?? '', week.at(-1)?.day ?? ''];
  const volunteers = await em.execute<VolunteerRow[]>(
    `select districts, kinds, max_open, duty_until,
       ${gathered(`'weekday', weekday, 'from', from_minute, 'to', to_minute`, 'volunteer_hours', 'true')} as hours,
       ${gathered(`'day', day, 'from', from_minute, 'to', to_minute`, 'volunteer_exception', 'day between ?::date and ?::date')} as exceptions,
       ${gathered(`'from', from_day, 'to', to_day`, 'volunteer_absence', 'to_day >= ?::date and from_day <= ?::date')} as absences,
       ${gathered(`'from', from_at, 'to', to_at`, 'task', ACTIVE)} as tasks
     from volunteer where ended_at is null and districts && array[${listed(districts)}]::text[]`,
    [first, last, first, last, ...districts],
  );
  const pools = await em.execute<PoolRow[]>(
    `select pool.districts, pool.kinds, pool.weekdays, pool.from_minute, pool.to_minute, pool.headcount,
       pool.from_day::text as from_day, pool.to_day::text as to_day, filled.list as filled from volunteer_pool pool
     left join (select offer.pool_id, json_agg(json_build_object('volunteer', task.volunteer_id, 'from', task.from_at, 'to', task.to_at)) as list
       from task join offer on offer.id = task.offer_id where offer.pool_id is not null and task.${ACTIVE} group by offer.pool_id) filled
       on filled.pool_id = pool.id
     where pool.ended_at is null and pool.to_day >= ?::date and pool.from_day <= ?::date and pool.districts && array[${listed(districts)}]::text[]`,
    [first, last, ...districts],
  );
  const waiting = await em.execute<{ district: string; kind: Kind; due_to: Date | string }[]>(
    `select district, kind, due_to from help_request where state in (${listed(WAITING_STATES)}) and district in (${listed(districts)})`,
    [...WAITING_STATES, ...districts],
  );
  return {
    volunteers: volunteers.map(toVolunteer),
    pools: pools.map(toPool),
    waiting: waiting.map(({ district, kind, due_to }): WaitingRequest => ({ district, kind, dueTo: new Date(due_to).getTime() })),
  };
}

function toVolunteer(row: VolunteerRow): CoveringVolunteer {
  return {
    districts: row.districts,
    kinds: row.kinds,
    maxOpen: row.max_open,
    availability: {
      weekly: row.hours ?? [],
      exceptions: exceptionDays(row.exceptions ?? []),
      absences: row.absences ?? [],
      dutyUntil: row.duty_until === null ? null : new Date(row.duty_until),
    },
    tasks: (row.tasks ?? []).map(spanOf),
  };
}

function toPool(row: PoolRow): CoveringPool {
  return {
    ...{ districts: row.districts, kinds: row.kinds, weekdays: row.weekdays, headcount: row.headcount },
    hours: { from: row.from_minute, to: row.to_minute },
    fromDay: row.from_day,
    toDay: row.to_day,
    filled: (row.filled ?? []).map(({ volunteer, ...span }) => ({ volunteer, ...spanOf(span) })),
  };
}

/** Coverage of the given districts; every one has a row, also without anybody. */
export async function coverDistricts(em: Em, districts: readonly string[], kind: Kind | null, now: Date): Promise<DistrictCoverage[]> {
  const facts = await readFacts(em, districts, now);
  const firstDay = halfDays(now)[0]?.day ?? '';
  return coverageOf(facts, districts, kind, now).map((row) => ({ ...row, firstDay }));
}

/** The whole city's week. @throws AppError when the caller may not read it. */
export async function readCoverage(ctx: Context, kind: Kind | null): Promise<CoveragePage> {
  demand(ctx, 'coverage.read');
  const cursor = ctx.services.feed.cursor;
  const now = ctx.services.clock.now();
  const halves = halfDays(now).map(({ day, half, from, to }) => ({ day, half, from: new Date(from), to: new Date(to) }));
  return { cursor, halves, rows: await coverDistricts(ctx.em, DISTRICT_SLUGS, kind, now) };
}
