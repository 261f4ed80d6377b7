import { KINDS, type Kind } from '../request/kinds.ts';
import { fromWarsaw, inWarsaw } from '../time.ts';
import { minutesWithin, type Span, spansOf, subtract } from '../spans.ts';
import { availableSpans, type Availability } from './availability.ts';

/** Someone counts as able to help in a half-day with at least so many free minutes in it. */
export const LEAST_FREE_MINUTES = 60;

export const HALVES = ['MORNING', 'AFTERNOON'] as const;
export type Half = (typeof HALVES)[number];

/** Half of a Warsaw day: before noon, or from noon on. */
export interface HalfDay extends Span {
  /** `2026-11-26` */
  day: string;
  half: Half;
}

export interface CoveringVolunteer {
  districts: readonly string[];
  kinds: readonly Kind[];
  maxOpen: number;
  availability: Availability;
  /** Planned times of what they took on and did not finish. */
  tasks: readonly Span[];
}

/** People offered by an organisation without names, on some weekdays between two days, in minutes of Warsaw's wall clock. */
export interface CoveringPool {
  districts: readonly string[];
  kinds: readonly Kind[];
  weekdays: readonly number[];
  hours: { from: number; to: number };
  fromDay: string;
  toDay: string;
  headcount: number;
  /** Tasks that somebody named from the pool holds. */
  filled: readonly (Span & { volunteer: string })[];
}

/** A request that nobody has taken. */
export interface WaitingRequest {
  district: string;
  kind: Kind;
  dueTo: number;
}

export interface CoverageFacts {
  volunteers: readonly CoveringVolunteer[];
  pools: readonly CoveringPool[];
  waiting: readonly WaitingRequest[];
}

/** People able to help in a half-day, and requests to be done in it. */
export interface Cell {
  supply: number;
  demand: number;
}

export interface DistrictCoverage {
  district: string;
  onDuty: number;
  /** With time to help before midnight. */
  freeToday: number;
  openByKind: { kind: Kind; count: number }[];
  /** One for each half-day; null where it is over. */
  cells: (Cell | null)[];
}

/** The fourteen half-days from the Warsaw day that holds `now`. */
export function halfDays(now: Date): HalfDay[] {
  const today = inWarsaw(now).toPlainDate();
  return Array.from({ length: 7 }, (_, index) => today.add({ days: index })).flatMap((date) => {
    const day = date.toString();
    const midnight = fromWarsaw(day).getTime();
    const noon = fromWarsaw(`${day}T12:00`).getTime();
    const end = fromWarsaw(date.add({ days: 1 }).toString()).getTime();
    return [{ day, half: 'MORNING', from: midnight, to: noon } as const, { day, half: 'AFTERNOON', from: noon, to: end } as const];
  });
}

interface Week {
  now: Date;
  halves: HalfDay[];
  start: Date;
  end: Date;
}

/** For each half-day whether the free time in it, from now on, is enough. */
const enough = ({ halves, now }: Week, free: readonly Span[]): boolean[] =>
  halves.map(({ from, to }) => minutesWithin(free, Math.max(from, now.getTime()), to) >= LEAST_FREE_MINUTES);

interface Helper {
  districts: readonly string[];
  /** How many they are in each half-day. */
  people: number[];
  onDuty: number;
  freeToday: number;
}

function volunteerIn(week: Week, { availability, tasks, maxOpen, districts }: CoveringVolunteer): Helper {
  const { now, halves, start, end } = week;
  const free = subtract(availableSpans(availability, start, end, now), tasks);
  const isFull = tasks.length >= maxOpen;
  const today = halves[0]?.day;
  const midnight = halves[1]?.to ?? 0;
  return {
    districts,
    people: enough(week, free).map((can, index) => (can && !(isFull && halves[index]?.day === today) ? 1 : 0)),
    onDuty: availability.dutyUntil && availability.dutyUntil > now ? 1 : 0,
    freeToday: !isFull && minutesWithin(free, now, midnight) >= LEAST_FREE_MINUTES ? 1 : 0,
  };
}

function poolIn(week: Week, { districts, weekdays, hours, fromDay, toDay, headcount, filled }: CoveringPool): Helper {
  const people = week.halves.map((half) => {
    const isOn = fromDay <= half.day && half.day <= toDay && weekdays.includes(Temporal.PlainDate.from(half.day).dayOfWeek);
    if (!isOn || minutesWithin(spansOf(half.day, [hours]), Math.max(half.from, week.now.getTime()), half.to) < LEAST_FREE_MINUTES) return 0;
    const named = new Set(filled.filter((task) => task.from < half.to && half.from < task.to).map(({ volunteer }) => volunteer));
    return Math.max(0, headcount - named.size);
  });
  return { districts, people, onDuty: 0, freeToday: 0 };
}

/**
 * The half-day in which a request is to be done: the one that its due window ends in, an end at noon or midnight closing the half-day
 * before it; what is overdue or due earlier is for the half-day that runs now. -1: after the week.
 */
export function halfOf(halves: readonly HalfDay[], dueTo: number, now: number): number {
  return halves.findIndex(({ to }) => now < to && dueTo <= to);
}

/** The week in each of the districts; with a kind, who helps with that kind and requests of that kind alone. */
export function coverageOf(facts: CoverageFacts, districts: readonly string[], kind: Kind | null, now: Date): DistrictCoverage[] {
  const halves = halfDays(now);
  const week: Week = { now, halves, start: now, end: new Date(halves.at(-1)?.to ?? now) };
  const helps = ({ kinds }: { kinds: readonly Kind[] }) => kind === null || kinds.includes(kind);
  const helpers = [
    ...facts.volunteers.filter(helps).map((volunteer) => volunteerIn(week, volunteer)),
    ...facts.pools.filter(helps).map((pool) => poolIn(week, pool)),
  ];
  return districts.map((district) => {
    const here = helpers.filter((helper) => helper.districts.includes(district));
    const waiting = facts.waiting.filter((request) => request.district === district);
    const due = waiting.filter((request) => helps({ kinds: [request.kind] })).map(({ dueTo }) => halfOf(halves, dueTo, now.getTime()));
    const sum = (count: (helper: Helper) => number) => here.reduce((total, helper) => total + count(helper), 0);
    return {
      district,
      onDuty: sum((helper) => helper.onDuty),
      freeToday: sum((helper) => helper.freeToday),
      openByKind: KINDS.map((of) => ({ kind: of, count: waiting.filter((request) => request.kind === of).length })),
      cells: halves.map(({ to }, index) =>
        to <= now.getTime()
          ? null
          : { supply: sum(({ people }) => people[index] ?? 0), demand: due.filter((half) => half === index).length },
      ),
    };
  });
}

export const balanceOf = ({ supply, demand }: Cell): number => supply - demand;

/** The half-day that lacks most people and the one with most to spare, each the earliest such; null where none lacks or spares any. */
export function extremesOf(cells: readonly (Cell | null)[]): { worst: number | null; best: number | null } {
  const balances = cells.map((cell) => (cell ? balanceOf(cell) : 0));
  const place = (balance: number) => (balance === 0 ? null : balances.indexOf(balance));
  return { worst: place(Math.min(0, ...balances)), best: place(Math.max(0, ...balances)) };
}
