import type { Alternative } from '@ww/shared/error-codes';
import { newId } from '@ww/shared/id';
import { fromWarsaw } from '@ww/shared/time';
import { resident, signIn, type Actor } from './actors.ts';
import { dataOf, type Answer } from './client.ts';
import type { World } from './world.ts';

/** A place with two rooms (thirty people, fifteen minutes to set up and as many to clean; twelve people, no buffers), open Tue–Fri 12:00–20:00. */
export interface PlantedPlace {
  id: string;
  slug: string;
  large: string;
  small: string;
  cold: string;
  dry: string;
}

interface PlaceLike {
  id?: string;
  slug?: string;
  district?: string;
  approval?: 'STAFF' | 'AT_ONCE';
  perMonth?: number;
  daysAhead?: number;
  longestMinutes?: number;
}

/** As its staff would have set it up. House rules of version 1 hold. */
export async function plantPlace(world: World, over: PlaceLike = {}): Promise<PlantedPlace> {
  const place = {
    id: over.id ?? newId(),
    slug: over.slug ?? `mal-${newId().slice(-8)}`,
    large: newId(),
    small: newId(),
    cold: newId(),
    dry: newId(),
  };
  const { district = 'wlochy', approval = 'STAFF', perMonth = 4, daysAhead = 60, longestMinutes = 240 } = over;
  const em = world.orm.em.fork();
  await em.execute(
    `insert into place (id, slug, name, district, address, phone, shortest_minutes, longest_minutes, days_ahead, per_month, approval, closed_on_holidays,
       rules_version, has_fridge, refused, home_made_days, cold_max, version)
     values (?, ?, 'MAL na próbę', ?, 'Próbna 1', '+48223004220', 30, ?, ?, ?, ?, true, 1, true, array['RAW_MEAT','RAW_EGGS','ALCOHOL','OPENED_TIN'], 3, 5, 1)`,
    [place.id, place.slug, district, longestMinutes, daysAhead, perMonth, approval],
  );
  await em.execute(
    `insert into room (id, place_id, name, capacity, equipment, step_free, setup_minutes, cleaning_minutes, rank, version)
     values (?, ?, 'Duża', 30, array['PROJECTOR'], true, 15, 15, 0, 1), (?, ?, 'Pracownia', 12, '{}', false, 0, 0, 1, 1)`,
    [place.large, place.id, place.small, place.id],
  );
  const weekly = [2, 3, 4, 5].map((weekday) => ({ weekday, from: 12 * 60, to: 20 * 60 }));
  await em.execute(`insert into opening_week (id, place_id, from_day, weekly) values (?, ?, '2026-01-01', ?::jsonb)`, [
    ...[newId(), place.id, JSON.stringify(weekly)],
  ]);
  const author = await signIn(world, null);
  await em.execute(
    `insert into house_rules (place_id, number, words, published_at, published_by_id) values (?, 1, 'Sprzątamy po sobie.', ?, ?)`,
    [...[place.id, world.clock.now(), author.personId]],
  );
  await em.execute(
    `insert into fridge_shelf (id, place_id, name, kind, rank, version) values (?, ?, 'Lodówka, góra', 'COLD', 0, 1), (?, ?, 'Półka sucha', 'DRY', 1, 1)`,
    [place.cold, place.id, place.dry, place.id],
  );
  return place;
}

export const staffOf = (world: World, place: { id: string }): Promise<Actor> => signIn(world, 'PLACE_STAFF', place.id);

/** Warsaw's wall clock as the API takes it: `2026-11-27T14:00`. */
export const at = (wall: string): string => fromWarsaw(wall).toISOString();

export interface BookingSeen {
  id: string;
  version: number;
  roomId: string;
  kind: string;
  borrowerName: string | null;
  purpose: string;
  people: number;
  startsAt: string;
  endsAt: string;
  heldFrom: string;
  heldTo: string;
  state: string;
  isSuspended: boolean;
  isTaken: boolean;
  hasContact: boolean;
  requestedAt: string;
  answeredAt: string | null;
  answeredBy: string | null;
  reason: string | null;
}
export const BOOKING_FIELDS =
  'id version roomId kind borrowerName purpose people startsAt endsAt heldFrom heldTo state isSuspended isTaken hasContact requestedAt answeredAt answeredBy reason';

const BOOKING_MUTATIONS = {
  bookForOrganisation: 'BookForOrganisationInput',
  enterBooking: 'EnterBookingInput',
  approveBooking: 'OnVersionInput',
  refuseBooking: 'RefuseBookingInput',
  moveBooking: 'MoveBookingInput',
  withdrawBooking: 'WithdrawBookingInput',
  markNoShow: 'OnPlaceInput',
} as const;
export type BookingMutation = keyof typeof BOOKING_MUTATIONS;

export const bookingDocument = (mutation: BookingMutation) =>
  `mutation ($input: ${BOOKING_MUTATIONS[mutation]}!) { booking: ${mutation}(input: $input) { ${BOOKING_FIELDS} } }`;

/** Gives the command with a key of its own unless `input` has one. */
export function onBooking(by: Actor, mutation: BookingMutation, input: object): Promise<Answer<{ booking: BookingSeen }>> {
  return by.send<{ booking: BookingSeen }>(bookingDocument(mutation), { input: { key: newId(), ...input } });
}

/** As `onBooking`, for a command that must succeed. */
export async function didBooking(by: Actor, mutation: BookingMutation, input: object): Promise<BookingSeen> {
  return dataOf(await onBooking(by, mutation, input)).booking;
}

/** Friday 27 November, 14:00–16:00, in the large room, for ten; override what the test is about. */
export const wish = (place: PlantedPlace, over: object = {}) => ({
  ...{ roomId: place.large, startsAt: at('2026-11-27T14:00'), endsAt: at('2026-11-27T16:00'), people: 10, purpose: 'MEETING', words: null },
  ...over,
});

/** What staff enter for the place itself. */
export const entered = (place: PlantedPlace, over: object = {}) => ({ id: newId(), kind: 'PLACE', ...wish(place), ...over });

/** A booking that staff entered: approved. */
export const aBooking = (staff: Actor, place: PlantedPlace, over: object = {}): Promise<BookingSeen> =>
  didBooking(staff, 'enterBooking', entered(place, over));

/** A proof whose letter was read: the id and the code of an address. */
export async function proven(world: World, email = 'sasiadka@example.org'): Promise<{ proofId: string; code: string }> {
  const proofId = newId();
  const now = world.clock.now();
  await world.orm.em
    .fork()
    .execute('insert into booking_proof (id, email, made_at, expires_at) values (?, ?, ?, ?)', [
      ...[proofId, email, now, new Date(now.getTime() + 3_600_000)],
    ]);
  return { proofId, code: world.app.services.secrets.proofCode(proofId) };
}

export const REQUEST_BOOKING = `mutation ($input: RequestBookingInput!) { booked: requestBooking(input: $input) { id placeId code } }`;
export interface Booked {
  id: string;
  placeId: string;
  code: string;
}

/** What a resident sends besides the key. */
export async function asked(world: World, place: PlantedPlace, over: object = {}, email?: string) {
  const proof = await proven(world, email);
  const who = { kind: 'RESIDENT', groupName: null, name: 'Zofia Czapla', phone: null, rulesVersion: 1 };
  return { id: newId(), ...wish(place), ...who, ...proof, ...over };
}

export function requestBooking(by: Actor, input: object): Promise<Answer<{ booked: Booked }>> {
  return by.send<{ booked: Booked }>(REQUEST_BOOKING, { input: { key: newId(), ...input } });
}

/** A resident's booking that went through: what it is, and its code. */
export async function aRequest(world: World, place: PlantedPlace, over: object = {}, email?: string): Promise<Booked> {
  return dataOf(await requestBooking(resident(world), await asked(world, place, over, email))).booked;
}

/** Bookings as they are in the database. */
export function bookingsOf(world: World, placeId: string) {
  return world.orm.em.fork().execute<
    {
      id: string;
      kind: string;
      meeting_id: string | null;
      purpose: string;
      people: number;
      state: string;
      room_id: string;
      starts_at: Date | string;
      ends_at: Date | string;
      suspended_at: Date | string | null;
      version: number;
    }[]
  >('select * from booking where place_id = ? order by starts_at, id', [placeId]);
}

/** What could be had instead, as an error tells it. */
export const othersOf = (answer: Answer<unknown>): Alternative[] => answer.errors?.[0]?.extensions.alternatives ?? [];

const PLACE_MUTATIONS = {
  openPlace: 'OpenPlaceInput',
  amendPlace: 'AmendPlaceInput',
  publishRules: 'PublishRulesInput',
  addRoom: 'AddRoomInput',
  amendRoom: 'AmendRoomInput',
  retireRoom: 'OnVersionInput',
  setHours: 'SetHoursInput',
  setOpeningDay: 'SetOpeningDayInput',
  closePlace: 'ClosePlaceInput',
  reopenPlace: 'OnPlaceInput',
} as const;
export type PlaceMutation = keyof typeof PLACE_MUTATIONS;

export interface PlaceSeen {
  id: string;
  version: number;
  slug: string;
  name: string;
  rulesVersion: number;
  upcoming: { from: string; to: string }[];
  rooms: { id: string; version: number; name: string; capacity: number }[];
  weeks: { from: string; until: string | null; weekly: { weekday: number; from: number; to: number }[] }[];
  days: { day: string; hours: { from: number; to: number }[] }[];
  closures: { id: string; from: string; to: string; reason: string }[];
}
export const PLACE_FIELDS = `id version slug name district address phone shortestMinutes longestMinutes daysAhead perMonth approval closedOnHolidays rulesVersion
  hasFridge refused homeMadeDays coldMax upcoming { from to } rooms { id version name capacity equipment stepFree setupMinutes cleaningMinutes rank }
  weeks { from until weekly { weekday from to } } days { day hours { from to } } closures { id from to reason }`;
export const placeDocument = (mutation: PlaceMutation) =>
  `mutation ($input: ${PLACE_MUTATIONS[mutation]}!) { place: ${mutation}(input: $input) { ${PLACE_FIELDS} } }`;

export function onPlace(by: Actor, mutation: PlaceMutation, input: object): Promise<Answer<{ place: PlaceSeen }>> {
  return by.send<{ place: PlaceSeen }>(placeDocument(mutation), { input: { key: newId(), ...input } });
}

export async function didPlace(by: Actor, mutation: PlaceMutation, input: object): Promise<PlaceSeen> {
  return dataOf(await onPlace(by, mutation, input)).place;
}

/** Closed on Friday 27 November from 15:00; override what the test is about. */
export const closing = (place: PlantedPlace, over: object = {}) => ({
  ...{ id: newId(), placeId: place.id, from: at('2026-11-27T15:00'), to: at('2026-11-27T20:00'), reason: 'HEATING' },
  ...over,
});
