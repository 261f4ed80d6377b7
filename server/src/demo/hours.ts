import { DISTRICT_SLUGS } from '@ww/shared/district';
import type { WeeklyHours } from '@ww/shared/spans';
import { coverageOf, halfDays, type CoverageFacts, type CoveringVolunteer, type HalfDay } from '@ww/shared/volunteer/coverage';
import { warsawDay } from '@ww/shared/week';
import type { DemoOrganisation } from './organisations.ts';
import type { Dice } from './random.ts';
import type { Story } from './story.ts';
import { VISITORS_DISTRICT } from './visitor.ts';
import type { DemoVolunteer } from './volunteers.ts';

const DAY = 86_400_000;
/** People to spare on a common half-day, by district; below nought where demand outruns supply. */
const BALANCE: Readonly<Record<string, number>> = {
  bemowo: 2,
  bialoleka: 0,
  bielany: 3,
  mokotow: 1,
  ochota: 1,
  'praga-poludnie': -5,
  'praga-polnoc': -2,
  rembertow: 0,
  srodmiescie: -2,
  targowek: 1,
  ursus: 1,
  ursynow: 4,
  wawer: 0,
  wesola: 4,
  wilanow: 5,
  wlochy: 4,
  wola: -1,
  zoliborz: 3,
};
/** Where the visitor looks: too few this afternoon, many on Saturday morning. */
const SHORT_TODAY = -3;
const SATURDAY = { visitors: 6, more: 3, weekday: 6 } as const;
type Minutes = readonly [from: number, to: number];
/** Hours in which people say that they can help, in minutes of the day. */
const MORNINGS: readonly Minutes[] = [
  [480, 720],
  [540, 720],
  [480, 660],
  [540, 750],
  [570, 720],
];
const AFTERNOONS: readonly Minutes[] = [
  [960, 1140],
  [1020, 1200],
  [900, 1080],
  [840, 1020],
  [1020, 1260],
];
/** Reaches into what is left of today, however late it is. */
const TODAY = { MORNING: [420, 720], AFTERNOON: [780, 1320] } as const;
const NIGHT = { MORNING: [0, 600], AFTERNOON: [1080, 1440] } as const;

/**
 * Gives everyone their weekly hours, so that the week that begins now has its shortages and its surpluses: each half-day gets as many
 * people as the district's demand and balance ask for. Whoever is asked or holds a task today has hours today.
 */
export function giveHours(
  dice: Dice,
  volunteers: readonly DemoVolunteer[],
  organisations: readonly DemoOrganisation[],
  stories: readonly Story[],
  now: Date,
): void {
  const halves = halfDays(now);
  for (const district of DISTRICT_SLUGS.toSorted((a, b) => (BALANCE[b] ?? 0) - (BALANCE[a] ?? 0))) {
    const facts = factsOf(
      volunteers.filter(({ districts }) => districts.includes(district)),
      organisations,
      stories,
      now,
    );
    const cells = coverageOf(facts, [district], null, now)[0]?.cells ?? [];
    for (const [index, half] of halves.entries()) {
      const cell = cells[index];
      if (!cell) continue;
      const wanted = cell.demand + balanceOf(dice, district, half, index);
      addHours(dice, volunteers, { district, half, isToday: index < 2, count: wanted - cell.supply, now });
    }
  }
  for (const who of volunteers.filter(({ absences }) => absences.length > 0)) hoursWhileAway(dice, who, halves);
  for (const who of volunteers) who.weekly.sort((a, b) => a.weekday - b.weekday || a.from - b.from);
}

const weekdayOf = (day: string) => Temporal.PlainDate.from(day).dayOfWeek;

function balanceOf(dice: Dice, district: string, { day, half }: HalfDay, index: number): number {
  const isSaturday = weekdayOf(day) === SATURDAY.weekday && half === 'MORNING';
  if (district === VISITORS_DISTRICT && index < 2) return SHORT_TODAY + (half === 'MORNING' ? 2 : 0);
  if (district === VISITORS_DISTRICT && isSaturday) return SATURDAY.visitors;
  const base = (BALANCE[district] ?? 0) + dice.int(-1, 1);
  return isSaturday ? base + SATURDAY.more : Math.min(base, SATURDAY.visitors - 1);
}

interface Adding {
  district: string;
  half: HalfDay;
  isToday: boolean;
  count: number;
  now: Date;
}

function addHours(dice: Dice, volunteers: readonly DemoVolunteer[], { district, half, isToday, count, now }: Adding): void {
  const weekday = weekdayOf(half.day);
  const free = dice
    .shuffle(volunteers)
    .filter((who) => who.home === district && !who.weekly.some((hours) => hours.weekday === weekday && isSameHalf(hours, half)))
    .filter((who) => !isAway(who, half.day) && !(isToday && (who.dutyUntil !== null || who.open.length >= who.maxOpen)));
  const isAskedToday = ({ lastAskedAt }: DemoVolunteer) => lastAskedAt !== null && now.getTime() - lastAskedAt.getTime() < DAY / 2;
  const key = (who: DemoVolunteer) => who.weekly.length - (isToday && isAskedToday(who) ? 100 : 0);
  for (const who of free.toSorted((a, b) => key(a) - key(b)).slice(0, Math.max(0, count)))
    who.weekly.push(hoursIn(dice, half, isToday, now));
}

/** Whoever is away has hours all the same: they count again once they are back. */
function hoursWhileAway(dice: Dice, who: DemoVolunteer, halves: readonly HalfDay[]): void {
  for (const half of halves.filter(({ day }) => isAway(who, day))) {
    if (dice.chance(0.3)) who.weekly.push(hoursIn(dice, half, false, new Date(half.from)));
  }
}

const isSameHalf = (hours: WeeklyHours, { half }: HalfDay) => (half === 'MORNING' ? hours.from < 720 : hours.to > 780);
const isAway = ({ absences }: DemoVolunteer, day: string) => absences.some(({ from, to }) => from <= day && day <= to);

function hoursIn(dice: Dice, { day, half, to }: HalfDay, isToday: boolean, now: Date): WeeklyHours {
  const hoursLeft = (to - now.getTime()) / 3_600_000;
  const isNight = isToday && day === warsawDay(now) && (half === 'MORNING' ? hoursLeft > 6 && hoursLeft <= 12 : hoursLeft < 4);
  const [from, until] = isToday ? (isNight ? NIGHT : TODAY)[half] : dice.pick(half === 'MORNING' ? MORNINGS : AFTERNOONS);
  return { weekday: weekdayOf(day), from, to: until };
}

function factsOf(
  volunteers: readonly DemoVolunteer[],
  organisations: readonly DemoOrganisation[],
  stories: readonly Story[],
  now: Date,
): CoverageFacts {
  const day = (days: number) => warsawDay(now.getTime() + days * DAY);
  return {
    volunteers: volunteers.map(({ districts, kinds, maxOpen, weekly, exceptions, absences, dutyUntil, open }): CoveringVolunteer => ({
      ...{ districts, kinds, maxOpen, availability: { weekly, exceptions, absences, dutyUntil }, tasks: open },
    })),
    pools: organisations.flatMap(({ districts, pools }) =>
      pools.map(({ kinds, weekdays, hours: [from, to], headcount }) => ({
        ...{ districts, kinds, weekdays, hours: { from, to }, headcount, fromDay: day(-21), toDay: day(60), filled: [] },
      })),
    ),
    waiting: stories
      .filter(({ request: { state } }) => state === 'NEW' || state === 'TRIAGED' || state === 'OFFERED')
      .map(({ request: { district, kind, dueTo } }) => ({ district, kind, dueTo: dueTo.getTime() })),
  };
}
