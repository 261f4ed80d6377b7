import { QUARTER_MINUTES } from '@ww/shared/place/booking';
import { openSpans } from '@ww/shared/place/clock';
import type { Span } from '@ww/shared/spans';
import { clockOf, dayOf, timeOf } from '#lib/place/days.ts';
import type { Place } from '#lib/place/documents.ts';
import { instantOf } from './days.ts';
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

/** Hours are looked for this far ahead. */
const AHEAD = 28 * 86_400_000;

const nextHours = (place: Place, from: number): Span | undefined => openSpans(clockOf(place), from, from + AHEAD)[0];

/** The next two hours in which the place is open: from the next quarter on, or in a later week that is looked at. */
export function nextTime(place: Place, now: number, week: number): TimeValues {
  const earliest = Math.max(Math.ceil((now + 1) / QUARTER) * QUARTER, week);
  const span = nextHours(place, earliest) ?? { from: earliest, to: earliest + USUAL };
  const end = Math.min(span.from + USUAL, span.to);
  return { roomId: place.rooms[0]?.id ?? '', day: dayOf(span.from), from: timeOf(span.from), to: timeOf(end) };
}

/** From the next quarter, or from the next opening, to the end of those hours: what is closed early most often. */
export function closeTime(place: Place, now: number) {
  const start = Math.ceil((now + 1) / QUARTER) * QUARTER;
  const { from, to } = nextHours(place, start) ?? { from: start, to: start + USUAL };
  return { fromDay: dayOf(from), fromTime: timeOf(from), toDay: dayOf(to), toTime: timeOf(to) };
}
