import { inWarsaw } from '@ww/shared/time';
import { numberOf, startOf, type MeetingValues } from './meeting-values.ts';

/** A room that is free on a day, and when one may begin. */
export interface FreeRoom {
  place: { name: string; district: string; address: string };
  room: { id: string; name: string; capacity: number };
  starts: readonly { from: string; to: string }[];
}

const QUARTER = 15 * 60_000;
/** Longer than any place lends a room at once. */
const DAY_MINUTES = 720;

/** What to look for, for a meeting as far as it is typed; null while day, hour, length or seats are missing. */
export function wishOf(values: MeetingValues): { startsAt: number; input: { day: string; minutes: number; people: number } } | null {
  const begins = startOf(values)?.getTime();
  const [minutes, people] = [numberOf(values.minutes), numberOf(values.seats)];
  if (begins === undefined || !minutes || !people || !Number.isInteger(minutes + people)) return null;
  const startsAt = Math.floor(begins / QUARTER) * QUARTER;
  const length = (Math.ceil((begins + minutes * 60_000) / QUARTER) * QUARTER - startsAt) / 60_000;
  if (length < 15 || length > DAY_MINUTES) return null;
  return { startsAt, input: { day: inWarsaw(startsAt).toPlainDate().toString(), minutes: length, people } };
}

/** Those of the district in which one may begin at that instant. */
export const freeAt = (rooms: readonly FreeRoom[], district: string, startsAt: number): FreeRoom[] =>
  rooms.filter(
    ({ place, starts }) =>
      place.district === district && starts.some(({ from, to }) => Date.parse(from) <= startsAt && startsAt <= Date.parse(to)),
  );

/** `MAL we Włochach, Rejonowa 6/8, Duża` */
export const whereOf = ({ place, room }: FreeRoom): string => [place.name, place.address, room.name].join(', ');
