import { newId } from '@ww/shared/id';
import { heldSpan } from '@ww/shared/place/booking';
import { USUALLY_REFUSED } from '@ww/shared/place/terms';
import { knownOf } from '../../place/booking/booking-mail.ts';
import type { Em } from '../../platform/orm.ts';
import type { Secrets } from '../../platform/secrets.ts';
import { insertRows } from '../insert-rows.ts';
import type { DemoOrganisation } from '../organisations.ts';
import { createDice, type Dice } from '../random.ts';
import { addresses } from '../people.ts';
import { insertAccounts, type SeededPerson } from '../seed-people.ts';
import { borrowersOf } from './borrowers.ts';
import { inventBookings, type PlannedBooking } from './invent-bookings.ts';
import { FRIDGE, inventFridge } from './invent-fridge.ts';
import { placeOf, type DemoPlace } from './open-place.ts';
import { PLACES } from './places.ts';

/** Of its own, so that places change nothing else in the demo. */
const SEED = 20_261_122;
const DAY = 86_400_000;
/** Between two versions of the house rules. */
const RULES_DAYS = 150;

type Row = Record<string, unknown>;

/** The places that lend rooms, as they stand on the day on which the demo begins. */
export const inventPlaces = (now: Date): DemoPlace[] => PLACES.map((data) => placeOf(data, now));

interface Cast {
  organisations: readonly DemoOrganisation[];
  people: readonly SeededPerson[];
}

/** Places with their staff, clock, bookings and fridges. */
export async function seedPlaces(em: Em, places: readonly DemoPlace[], { organisations, people }: Cast, secrets: Secrets): Promise<void> {
  const dice = createDice(SEED);
  const staff = await seedStaff(em, places, people);
  await insertRows(em, 'place', places.map(placeRow));
  await insertRows(em, 'room', places.flatMap(roomRows));
  for (const place of places) await seedPlace(em, place, { organisations, secrets, dice, staffId: staff.get(place.id) ?? '' });
}

interface Stage {
  organisations: readonly DemoOrganisation[];
  secrets: Secrets;
  dice: Dice;
  staffId: string;
}

async function seedPlace(em: Em, place: DemoPlace, { organisations, secrets, dice, staffId }: Stage): Promise<void> {
  await insertRows(em, 'house_rules', rulesRows(place, staffId));
  await insertRows(em, 'opening_week', weekRows(place));
  await insertRows(
    em,
    'opening_day',
    place.planned.days.map(({ day, hours }) => ({ place_id: place.id, day, hours })),
  );
  await insertRows(em, 'closure', closureRows(place, staffId));
  const bookings = inventBookings(place, borrowersOf(organisations, place.data.district), dice);
  const rows = bookings.map((booking) => bookingRow(place, booking, organisations, secrets));
  await insertRows(em, 'booking', rows);
  await insertRows(em, 'booking_private', bookings.map(privateRow));
  await insertRows(em, 'booking_told', bookings.map(toldRow));
  const fridge = inventFridge(place, staffId, dice);
  await insertRows(em, 'fridge_shelf', fridge.shelves);
  await insertRows(em, 'fridge_item', fridge.items);
  await insertRows(em, 'fridge_temperature', fridge.temperatures);
}

/** Who looks after each place, by its id; whoever is not one of the demo's people gets an account that nobody signs in with. */
async function seedStaff(em: Em, places: readonly DemoPlace[], people: readonly SeededPerson[]): Promise<Map<string, string>> {
  const known = new Map(people.map(({ displayName, id }) => [displayName, id]));
  const addressOf = addresses();
  const others = places
    .filter(({ data }) => !known.has(data.staff))
    .map(({ id: scope, data: { staff: name }, now }) => {
      const since = new Date(now.getTime() - RULES_DAYS * DAY);
      return { id: newId(since.getTime()), name, email: addressOf(name), role: 'PLACE_STAFF' as const, scope, since };
    });
  await insertAccounts(em, others);
  for (const { id, name } of others) known.set(name, id);
  return new Map(places.map(({ id, data }) => [id, known.get(data.staff) ?? '']));
}

function placeRow({ id, data }: DemoPlace): Row {
  const { slug, name, district, address, phone, limits, rules, shelves } = data;
  return {
    ...{ id, slug, name, district, address, phone, shortest_minutes: limits.shortestMinutes, longest_minutes: limits.longestMinutes },
    ...{ days_ahead: limits.daysAhead, per_month: limits.perMonth, approval: limits.approval, closed_on_holidays: true },
    ...{ rules_version: rules.length, has_fridge: shelves.length > 0, refused: USUALLY_REFUSED, version: 1 },
    ...{ home_made_days: FRIDGE.homeMadeDays, cold_max: FRIDGE.coldMax },
  };
}

function roomRows({ id, rooms }: DemoPlace): Row[] {
  return rooms.map((room, rank) => ({
    ...{ id: room.id, place_id: id, name: room.name, capacity: room.capacity, equipment: room.equipment, step_free: room.stepFree },
    ...{ setup_minutes: room.setupMinutes, cleaning_minutes: room.cleaningMinutes, rank, retired_at: null, version: 1 },
  }));
}

function rulesRows({ id, data, now }: DemoPlace, staffId: string): Row[] {
  return data.rules.map((words, index) => ({
    ...{ place_id: id, number: index + 1, words, published_by_id: staffId },
    published_at: new Date(now.getTime() - (data.rules.length - index) * RULES_DAYS * DAY),
  }));
}

function weekRows({ id, planned, now }: DemoPlace): Row[] {
  return planned.weeks.map(({ from, until, weekly }) => ({
    ...{ id: newId(now.getTime()), place_id: id, from_day: from, until_day: until, weekly },
  }));
}

function closureRows({ id, closures, data }: DemoPlace, staffId: string): Row[] {
  return closures.map(({ id: closureId, from, to, reason, closedAt, reopenedAt }) => ({
    ...{ id: closureId, place_id: id, from_at: from, to_at: to, reason, closed_at: closedAt, closed_by_id: staffId },
    ...{ closed_by: data.staff, reopened_at: reopenedAt, reopened_by: reopenedAt ? data.staff : null },
  }));
}

function bookingRow(place: DemoPlace, booking: PlannedBooking, organisations: readonly DemoOrganisation[], secrets: Secrets): Row {
  const { id, room, borrower, from, startsAt, endsAt, state, requestedAt, answeredAt, suspendedAt } = booking;
  const held = heldSpan(room, startsAt, endsAt);
  const organisationId = borrower?.kind === 'ORGANISATION' ? organisations.find(({ name }) => name === borrower.group)?.id : null;
  const isByStaff = answeredAt !== null && state !== 'WITHDRAWN' && (borrower === null || place.data.limits.approval === 'STAFF');
  return {
    ...{ id, place_id: place.id, room_id: room.id, kind: borrower?.kind ?? 'PLACE', organisation_id: organisationId ?? null },
    ...{ group_name: borrower?.kind === 'GROUP' ? borrower.group : null, purpose: from.purpose, people: from.people },
    ...{
      starts_at: startsAt,
      ends_at: endsAt,
      held_from: new Date(held.from),
      held_to: new Date(held.to),
      state,
      suspended_at: suspendedAt,
    },
    borrower: organisationId ?? (borrower?.email ? secrets.borrower(borrower.email) : null),
    ...{ rules_number: borrower ? place.data.rules.length : null, code_hash: secrets.codeHash(secrets.bookingCode(id)) },
    ...{
      requested_at: requestedAt,
      answered_at: answeredAt,
      answered_by: isByStaff ? place.data.staff : null,
      reason: from.reason ?? null,
    },
    version: 1 + Number(answeredAt !== null && answeredAt > requestedAt) + Number(state === 'NO_SHOW') + Number(suspendedAt !== null),
  };
}

function privateRow({ id, borrower, from }: PlannedBooking): Row {
  const { name = null, email = null, phone = null } = borrower ?? {};
  return { booking_id: id, name, email, phone, words: from.words ?? null };
}

/** Nobody is written to about what the demo begins with. */
const toldRow = ({ id, room, ...booking }: PlannedBooking): Row => ({
  booking_id: id,
  what: JSON.stringify(knownOf({ ...booking, roomId: room.id })),
});
