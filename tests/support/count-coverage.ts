import type { CoverageRow } from './coverage.ts';
import type { City } from './plant-coverage.ts';

const MINUTE = 60_000;
const ENOUGH = 60;
const KINDS = ['SHOPPING', 'RUBBISH', 'PET', 'OTHER'];

/** One minute of the week that is still ahead, and what Warsaw's clock shows in it. */
interface Tick {
  at: number;
  day: string;
  weekday: number;
  minute: number;
  /** 0 to 13. */
  half: number;
}

interface Week {
  start: number;
  days: string[];
  ticks: Tick[];
  /** When each half-day is over. */
  ends: number[];
}

/** The week told off minute by minute from the wall clock alone. */
function weekOf(now: number): Week {
  const wall = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Warsaw');
  const days = Array.from({ length: 7 }, (_, index) => wall(now).toPlainDate().add({ days: index }).toString());
  const ticks: Tick[] = [];
  const ends: number[] = [];
  const start = wall(now).startOfDay().epochMilliseconds;
  for (let at = start; ; at += MINUTE) {
    const shown = wall(at);
    const day = shown.toPlainDate().toString();
    if (!days.includes(day)) return { start, days, ticks, ends };
    const half = days.indexOf(day) * 2 + (shown.hour < 12 ? 0 : 1);
    ends[half] = at + MINUTE;
    if (at >= now) ticks.push({ at, day, weekday: shown.dayOfWeek, minute: shown.hour * 60 + shown.minute, half });
  }
}

const covers = (window: { from_minute: number | null; to_minute: number | null }, minute: number) =>
  window.from_minute !== null && window.to_minute !== null && window.from_minute <= minute && minute < window.to_minute;
const isActive = ({ state }: { state: string }) => state === 'ACCEPTED' || state === 'ON_THE_WAY';
const during = ({ from_at, to_at }: { from_at: string; to_at: string }, at: number) => Date.parse(from_at) <= at && at < Date.parse(to_at);
const counted = (minutes: Tick[]) => Array.from({ length: 14 }, (_, half) => minutes.filter((tick) => tick.half === half).length);

interface Counted {
  week: Week;
  /** Free minutes of each volunteer and each pool in each half-day. */
  free: Map<string, number[]>;
}
const known = new WeakMap<City, Counted>();

function countMinutes(city: City, now: number): Counted {
  const week = weekOf(now);
  const free = new Map<string, number[]>();
  for (const { id, duty_until } of city.volunteer) {
    const own = <T extends { volunteer_id: string }>(rows: T[]) => rows.filter(({ volunteer_id }) => volunteer_id === id);
    const [hours, exceptions, absences] = [own(city.volunteer_hours), own(city.volunteer_exception), own(city.volunteer_absence)];
    const tasks = own(city.task).filter(isActive);
    const isFree = ({ at, day, weekday, minute }: Tick) => {
      if (tasks.some((task) => during(task, at))) return false;
      if (duty_until && at < Date.parse(duty_until)) return true;
      if (absences.some(({ from_day, to_day }) => from_day <= day && day <= to_day)) return false;
      const instead = exceptions.filter((exception) => exception.day === day);
      return (instead.length > 0 ? instead : hours.filter((entry) => entry.weekday === weekday)).some((window) => covers(window, minute));
    };
    free.set(id, counted(week.ticks.filter(isFree)));
  }
  for (const pool of city.volunteer_pool) {
    const isOffered = ({ day, weekday, minute }: Tick) =>
      pool.from_day <= day && day <= pool.to_day && pool.weekdays.includes(weekday) && covers(pool, minute);
    free.set(pool.id, counted(week.ticks.filter(isOffered)));
  }
  return { week, free };
}

/** A district's coverage, counted one by one from the rows. */
export function countByHand(city: City, district: string, kind: string | null, at: Date): CoverageRow {
  const now = at.getTime();
  const made = known.get(city) ?? countMinutes(city, now);
  known.set(city, made);
  const { week, free } = made;
  const minutes = (id: string, half: number) => free.get(id)?.[half] ?? 0;
  const serves = (one: { districts: string[]; kinds: string[]; ended_at: string | null }) =>
    one.ended_at === null && one.districts.includes(district) && (kind === null || one.kinds.includes(kind));
  const volunteers = city.volunteer.filter(serves);
  const pools = city.volunteer_pool.filter(serves);
  const open = (id: string) => city.task.filter((task) => task.volunteer_id === id && isActive(task)).length;
  const waiting = city.help_request.filter(
    (request) => request.district === district && ['NEW', 'TRIAGED', 'OFFERED'].includes(request.state),
  );

  const named = (pool: string, half: number) => {
    const offers = city.offer.filter(({ pool_id }) => pool_id === pool).map(({ id }) => id);
    const start = half === 0 ? week.start : (week.ends[half - 1] ?? 0);
    const tasks = city.task.filter(
      (task) =>
        isActive(task) &&
        offers.includes(task.offer_id ?? '') &&
        Date.parse(task.to_at) > start &&
        Date.parse(task.from_at) < (week.ends[half] ?? 0),
    );
    return new Set(tasks.map(({ volunteer_id }) => volunteer_id)).size;
  };
  const supply = (half: number) => {
    const able = volunteers.filter(({ id, max_open }) => minutes(id, half) >= ENOUGH && (half > 1 || open(id) < max_open));
    const offered = pools
      .filter(({ id }) => minutes(id, half) >= ENOUGH)
      .reduce((sum, { id, headcount }) => sum + Math.max(0, headcount - named(id, half)), 0);
    return able.length + offered;
  };
  const current = week.ends.findIndex((end) => end > now);
  const dueIn = (due: number) => {
    const own = week.ends.findIndex((end) => due <= end);
    return own === -1 ? -1 : Math.max(own, current);
  };
  const demand = (half: number) =>
    waiting.filter((request) => (kind === null || request.kind === kind) && dueIn(Date.parse(request.due_to)) === half).length;

  return {
    district,
    firstDay: week.days[0] ?? '',
    onDuty: volunteers.filter(({ duty_until }) => duty_until !== null && Date.parse(duty_until) > now).length,
    freeToday: volunteers.filter(({ id, max_open }) => minutes(id, 0) + minutes(id, 1) >= ENOUGH && open(id) < max_open).length,
    openByKind: KINDS.map((of) => ({ kind: of, count: waiting.filter((request) => request.kind === of).length })),
    cells: Array.from({ length: 14 }, (_, half) => (half < current ? null : { supply: supply(half), demand: demand(half) })),
  };
}
