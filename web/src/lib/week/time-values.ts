import { QUARTER_MINUTES } from '@ww/shared/place/booking';
import type { Place } from '#lib/place/documents.ts';
import { dayOf, instantOf, timeOf } from './days.ts';
import type { Way } from './ways.svelte.ts';

/** A room and a time as they are typed; days and hours are Warsaw's. */
export interface TimeValues {
  roomId: string;
  day: string;
  from: string;
  to: string;
}

const QUARTER = QUARTER_MINUTES * 60_000;
const USUAL = 2 * 3_600_000;

export const timeValues = ({ roomId, startsAt, endsAt }: Way): TimeValues => ({
  ...{ roomId, day: dayOf(startsAt), from: timeOf(startsAt), to: timeOf(endsAt) },
});

export const wayOf = ({ roomId, day, from, to }: TimeValues): Way => ({
  ...{ roomId, startsAt: instantOf(day, from), endsAt: instantOf(day, to) },
});

/** The next two hours in which the place is open, from the next quarter on; later than `day` where another week is looked at. */
export function nextTime({ upcoming, rooms }: Place, now: number, from: number): TimeValues {
  const earliest = Math.max(Math.ceil((now + 1) / QUARTER) * QUARTER, from);
  const span = upcoming.find(({ to }) => Date.parse(to) > earliest);
  const start = Math.max(earliest, span ? Date.parse(span.from) : earliest);
  const end = Math.min(start + USUAL, span ? Date.parse(span.to) : Infinity);
  return { roomId: rooms[0]?.id ?? '', day: dayOf(start), from: timeOf(start), to: timeOf(end) };
}

/** From the next quarter, or from the next opening, to the end of those hours: what is closed early most often. */
export function closeTime(place: Place, now: number) {
  const start = Math.ceil((now + 1) / QUARTER) * QUARTER;
  const span = place.upcoming.find(({ to }) => Date.parse(to) > start);
  const from = Math.max(start, span ? Date.parse(span.from) : start);
  const to = span ? Date.parse(span.to) : from + USUAL;
  return { fromDay: dayOf(from), fromTime: timeOf(from), toDay: dayOf(to), toTime: timeOf(to) };
}
