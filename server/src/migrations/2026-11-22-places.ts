import { Migration } from '@mikro-orm/migrations';
import {
  APPROVALS,
  BOOKING_STATES,
  BORROWER_KINDS,
  CLOSURE_REASONS,
  FOOD_KINDS,
  FOOD_STATES,
  FOOD_UNITS,
  PURPOSES,
  SHELF_KINDS,
} from '@ww/shared/place/terms';

const oneOf = (column: string, values: readonly string[]) => `check (${column} in (${values.map((value) => `'${value}'`).join(', ')}))`;

/** Places of local activity (MAL): their clock, the rooms that they lend, the community fridge. */
export class Places20261122 extends Migration {
  override name = '2026-11-22-places';

  override up(): void {
    for (const statement of [...places(), ...clock(), ...bookings(), ...fridge()]) this.addSql(statement);
  }
}

function places(): string[] {
  return [
    `create table place (
      id uuid primary key, slug text not null, name text not null, district text not null references network (district), address text not null, phone text not null,
      shortest_minutes int not null, longest_minutes int not null, days_ahead int not null check (days_ahead > 0), per_month int not null check (per_month > 0),
      approval text not null ${oneOf('approval', APPROVALS)}, closed_on_holidays boolean not null, rules_version int not null,
      has_fridge boolean not null, refused text[] not null, home_made_days int not null, cold_max int not null, version int not null,
      constraint place_slug unique (slug),
      constraint place_lengths check (0 < shortest_minutes and shortest_minutes <= longest_minutes))`,
    `create table room (
      id uuid primary key, place_id uuid not null references place (id), name text not null, capacity int not null check (capacity > 0), equipment text[] not null,
      step_free boolean not null, setup_minutes int not null check (setup_minutes >= 0), cleaning_minutes int not null check (cleaning_minutes >= 0),
      rank int not null, retired_at timestamptz, version int not null)`,
    `create index room_place on room (place_id)`,
    `create table house_rules (
      place_id uuid not null references place (id), number int not null, words text not null, published_at timestamptz not null,
      published_by_id uuid not null references person (id), primary key (place_id, number))`,
  ];
}

function clock(): string[] {
  return [
    `create table opening_week (
      id uuid primary key, place_id uuid not null references place (id), from_day date not null, until_day date, weekly jsonb not null,
      constraint opening_week_once unique (place_id, from_day),
      constraint opening_week_days check (from_day <= until_day))`,
    `create table opening_day (
      place_id uuid not null references place (id), day date not null, hours jsonb not null, primary key (place_id, day))`,
    `create table closure (
      id uuid primary key, place_id uuid not null references place (id), from_at timestamptz not null, to_at timestamptz not null,
      reason text not null ${oneOf('reason', CLOSURE_REASONS)}, closed_at timestamptz not null, closed_by_id uuid not null references person (id),
      closed_by text not null, reopened_at timestamptz, reopened_by text,
      constraint closure_times check (from_at < to_at))`,
    `create index closure_place on closure (place_id, to_at)`,
  ];
}

function bookings(): string[] {
  return [
    `create table booking (
      id uuid primary key, place_id uuid not null references place (id), room_id uuid not null references room (id),
      kind text not null ${oneOf('kind', BORROWER_KINDS)}, organisation_id uuid references organisation (id), meeting_id uuid references meeting (id), group_name text,
      purpose text not null ${oneOf('purpose', PURPOSES)}, people int not null check (people > 0),
      starts_at timestamptz not null, ends_at timestamptz not null, held_from timestamptz not null, held_to timestamptz not null,
      state text not null ${oneOf('state', BOOKING_STATES)}, suspended_at timestamptz, borrower text, rules_number int, code_hash text,
      requested_at timestamptz not null, answered_at timestamptz, answered_by text, reason text, version int not null,
      constraint booking_times check (starts_at < ends_at and held_from <= starts_at and ends_at <= held_to),
      constraint booking_organisation check ((kind = 'ORGANISATION') = (organisation_id is not null)),
      constraint booking_meeting check ((kind = 'NETWORK') = (meeting_id is not null)),
      constraint booking_code unique (code_hash),
      constraint booking_apart exclude using gist (room_id with =, tstzrange(held_from, held_to) with &&) where (state = 'APPROVED'))`,
    `create index booking_place on booking (place_id, starts_at)`,
    `create index booking_borrower on booking (borrower, starts_at) where borrower is not null`,
    `create unique index booking_of_meeting on booking (meeting_id) where state in ('REQUESTED', 'APPROVED')`,
    `create index booking_of_organisation on booking (organisation_id, starts_at) where organisation_id is not null`,
    // who borrows and how they are reached: leaves by a reveal or the borrower's own code
    `create table booking_private (booking_id uuid primary key references booking (id), name text, email text, phone text, words text)`,
    // what the borrower was last written to about, so that the same is not told twice
    `create table booking_told (booking_id uuid primary key references booking (id), what text not null)`,
    // an address to which a code went; its holder may book from it for an hour
    `create table booking_proof (id uuid primary key, email text not null, made_at timestamptz not null, expires_at timestamptz not null)`,
  ];
}

function fridge(): string[] {
  return [
    `create table fridge_shelf (
      id uuid primary key, place_id uuid not null references place (id), name text not null, kind text not null ${oneOf('kind', SHELF_KINDS)},
      rank int not null, removed_at timestamptz, version int not null)`,
    `create index fridge_shelf_place on fridge_shelf (place_id)`,
    `create table fridge_item (
      id uuid primary key, place_id uuid not null references place (id), shelf_id uuid not null references fridge_shelf (id),
      kind text not null ${oneOf('kind', FOOD_KINDS)}, what text not null, amount int not null check (amount > 0), unit text not null ${oneOf('unit', FOOD_UNITS)},
      best_before date, made_on date, stays_until date, state text not null ${oneOf('state', FOOD_STATES)},
      put_at timestamptz not null, ended_at timestamptz, version int not null,
      constraint fridge_item_ended check ((state = 'THERE') = (ended_at is null)))`,
    `create index fridge_item_there on fridge_item (place_id) where state = 'THERE'`,
    `create index fridge_item_ended_at on fridge_item (place_id, ended_at)`,
    `create table fridge_temperature (
      id uuid primary key, place_id uuid not null references place (id), shelf_id uuid not null references fridge_shelf (id), degrees numeric(4, 1) not null,
      measured_at timestamptz not null, measured_by_id uuid not null references person (id), measured_by text not null)`,
    `create index fridge_temperature_place on fridge_temperature (place_id, measured_at)`,
  ];
}
