import type { PlaceClock } from '@ww/shared/place/clock';
import Holidays from 'date-holidays';

export const MINUTE = 60_000;
export const QUARTER = 15 * MINUTE;

const poland = new Holidays('PL', { timezone: 'Europe/Warsaw', types: ['public'] });
const holidays = new Map<number, ReadonlySet<string>>();

/** By a calendar that is not ours. */
function isFree(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const known = holidays.get(year) ?? new Set(poland.getHolidays(year).map(({ date }) => date.slice(0, 10)));
  holidays.set(year, known);
  return known.has(day);
}

interface Wall {
  day: string;
  weekday: number;
  minute: number;
}
const walls = new Map<number, Wall>();

/** What Warsaw's clock shows at an instant, asked of it alone. */
export function wallOf(instant: number): Wall {
  const before = walls.get(instant);
  if (before) return before;
  const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/Warsaw');
  const made = { day: wall.toPlainDate().toString(), weekday: wall.dayOfWeek, minute: wall.hour * 60 + wall.minute };
  if (walls.size > 200_000) walls.clear();
  walls.set(instant, made);
  return made;
}

/** Whether a place is open in the one minute that begins at an instant. */
export function isOpenIn({ weeks, days, closures, closedOnHolidays }: PlaceClock, instant: number): boolean {
  if (closures.some(({ from, to }) => Number(from) <= instant && instant < Number(to))) return false;
  const { day, weekday, minute } = wallOf(instant);
  const holds = (hours: readonly { from: number; to: number }[]) => hours.some(({ from, to }) => from <= minute && minute < to);
  const instead = days.find((each) => each.day === day);
  if (instead) return holds(instead.hours);
  if (closedOnHolidays && isFree(day)) return false;
  let latest: PlaceClock['weeks'][number] | null = null;
  for (const week of weeks) {
    const counts = week.from <= day && (week.until === null || week.until >= day);
    if (counts && (latest === null || latest.from < week.from)) latest = week;
  }
  return holds(latest?.weekly.filter((hours) => hours.weekday === weekday) ?? []);
}

/** The beginnings of the minutes of [from, to). */
export const minutesOf = (from: number, to: number) => Array.from({ length: (to - from) / MINUTE }, (_, index) => from + index * MINUTE);

/** Whether a place is open in each minute of [from, to). */
export const isOpenAll = (clock: PlaceClock, from: number, to: number) => minutesOf(from, to).every((minute) => isOpenIn(clock, minute));

/** The stretches of minutes of [from, to) of which something holds. */
export function stretches(from: number, to: number, holds: (minute: number) => boolean): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const minute of minutesOf(from, to)) {
    if (!holds(minute)) continue;
    const last = found.at(-1);
    if (last?.to === minute) last.to += MINUTE;
    else found.push({ from: minute, to: minute + MINUTE });
  }
  return found;
}
