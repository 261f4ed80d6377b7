import type { Actor } from './actors.ts';
import { dataOf } from './client.ts';
import { BOOKING_FIELDS, PLACE_FIELDS, type BookingSeen, type PlaceSeen } from './places.ts';

interface Stretch {
  from: string;
  to: string;
}

/** A week as everybody sees it. */
export interface PlaceWeekSeen {
  cursor: string;
  place: PlaceSeen;
  day: string;
  open: Stretch[];
  busy: (Stretch & { roomId: string; isAsked: boolean })[];
}

/** A week as the staff sees it. */
export interface StaffWeekSeen {
  cursor: string;
  place: PlaceSeen;
  day: string;
  open: Stretch[];
  bookings: BookingSeen[];
  attention: BookingSeen[];
}

const SHARED = `cursor day place { ${PLACE_FIELDS} } open { from to }`;
const FIELDS = {
  placeWeek: `${SHARED} busy { roomId from to isAsked }`,
  staffWeek: `${SHARED} bookings { ${BOOKING_FIELDS} } attention { ${BOOKING_FIELDS} }`,
} as const;
export type WeekKind = keyof typeof FIELDS;
export interface WeekOf {
  placeWeek: PlaceWeekSeen;
  staffWeek: StaffWeekSeen;
}

export const weekDocument = (kind: WeekKind) =>
  `query ($placeId: ID!, $day: String!) { week: ${kind}(placeId: $placeId, day: $day) { ${FIELDS[kind]} } }`;
export const liveWeek = (kind: WeekKind) =>
  `subscription ($placeId: ID!, $day: String!, $after: String) { change: ${kind}Changes(placeId: $placeId, day: $day, after: $after) {
     kind cursor week { ${FIELDS[kind]} } } }`;

export interface WeekFrame<K extends WeekKind> {
  change: { kind: string; cursor: string; week: WeekOf[K] | null };
}

/** The week of Friday 27 November by itself. */
export async function weekFor<K extends WeekKind>(by: Actor, kind: K, placeId: string, day = '2026-11-27'): Promise<WeekOf[K]> {
  return dataOf(await by.send<{ week: WeekOf[K] }>(weekDocument(kind), { placeId, day })).week;
}
