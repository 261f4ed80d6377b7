import { Migration } from '@mikro-orm/migrations';

const DISTRICTS = `array['bemowo', 'bialoleka', 'bielany', 'mokotow', 'ochota', 'praga-poludnie', 'praga-polnoc', 'rembertow', 'srodmiescie',
  'targowek', 'ursus', 'ursynow', 'wawer', 'wesola', 'wilanow', 'wlochy', 'wola', 'zoliborz']`;
const KINDS = `array['SHOPPING', 'RUBBISH', 'PET', 'OTHER']`;
const OPEN = `('NEW', 'TRIAGED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS')`;

/** Organisations, volunteers, when they can help, what they are asked and what they took on. */
export class Volunteers20261122 extends Migration {
  override name = '2026-11-22-volunteers';

  override up(): void {
    // one follower of the log now does what each letter had its own for
    const follower = `update log_follower set name = 'after-commit' where name = 'invitation-mail'`;
    for (const statement of [
      follower,
      `create extension if not exists btree_gist`,
      ...roster(),
      ...availability(),
      ...requests(),
      ...dispatch(),
    ])
      this.addSql(statement);
  }
}

function roster(): string[] {
  return [
    `create table organisation (
      id uuid primary key, name text not null check (length(name) between 1 and 120), district text not null,
      districts text[] not null, created_at timestamptz not null, version int not null,
      constraint organisation_name unique (name),
      constraint organisation_district check (district = any (${DISTRICTS})),
      constraint organisation_districts check (districts <@ ${DISTRICTS} and cardinality(districts) > 0))`,
    `create table volunteer (
      id uuid primary key, person_id uuid references person (id), organisation_id uuid references organisation (id), district text not null,
      display_name text not null check (length(display_name) between 1 and 120),
      districts text[] not null, kinds text[] not null, languages text[] not null, limits text[] not null,
      contact text not null check (contact in ('EMAIL', 'PHONE', 'SMS')),
      max_open int not null check (max_open between 1 and 20), weekly_minutes int check (weekly_minutes between 15 and 3000),
      since date not null, agreement_on date, insured_until date, adult_on date, guardian_consent_on date,
      duty_until timestamptz, duty_timer uuid, last_asked_at timestamptz, invited_at timestamptz,
      created_at timestamptz not null, ended_at timestamptz, version int not null,
      constraint volunteer_person unique (person_id),
      constraint volunteer_district check (district = any (${DISTRICTS})),
      constraint volunteer_districts check (districts <@ ${DISTRICTS} and cardinality(districts) > 0),
      constraint volunteer_kinds check (kinds <@ ${KINDS} and cardinality(kinds) > 0),
      constraint volunteer_languages check (languages <@ array['PL', 'UK', 'EN', 'RU', 'PJM']),
      constraint volunteer_limits check (limits <@ array['NO_DOGS', 'GROUND_FLOOR', 'NO_HEAVY', 'AT_THE_DOOR', 'DAYLIGHT']))`,
    `create index volunteer_serves on volunteer using gin (districts) where ended_at is null`,
    `create index volunteer_organisation on volunteer (organisation_id) where ended_at is null`,
    `create table volunteer_private (volunteer_id uuid primary key references volunteer (id), email text, phone text)`,
    `create table volunteer_pool (
      id uuid primary key, organisation_id uuid not null references organisation (id), districts text[] not null, kinds text[] not null,
      weekdays int[] not null, from_minute int not null, to_minute int not null, headcount int not null check (headcount between 1 and 500),
      from_day date not null, to_day date not null, created_at timestamptz not null, ended_at timestamptz, version int not null,
      constraint volunteer_pool_districts check (districts <@ ${DISTRICTS} and cardinality(districts) > 0),
      constraint volunteer_pool_kinds check (kinds <@ ${KINDS} and cardinality(kinds) > 0),
      constraint volunteer_pool_weekdays check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(weekdays) > 0),
      constraint volunteer_pool_minutes check (0 <= from_minute and from_minute < to_minute and to_minute <= 1440),
      constraint volunteer_pool_days check (from_day <= to_day))`,
    `create index volunteer_pool_organisation on volunteer_pool (organisation_id) where ended_at is null`,
  ];
}

/** Minutes are those of Warsaw's wall clock, counted from midnight; the end is not included. */
function availability(): string[] {
  return [
    `create table volunteer_hours (
      volunteer_id uuid not null references volunteer (id), weekday int not null check (weekday between 1 and 7),
      from_minute int not null, to_minute int not null,
      constraint volunteer_hours_minutes check (0 <= from_minute and from_minute < to_minute and to_minute <= 1440),
      constraint volunteer_hours_apart exclude using gist (volunteer_id with =, weekday with =, int4range(from_minute, to_minute) with &&))`,
    // without minutes: not at all on that day
    `create table volunteer_exception (
      volunteer_id uuid not null references volunteer (id), day date not null, from_minute int, to_minute int,
      constraint volunteer_exception_minutes check ((from_minute is null and to_minute is null) or (0 <= from_minute and from_minute < to_minute and to_minute <= 1440)),
      constraint volunteer_exception_apart exclude using gist (volunteer_id with =, day with =, int4range(coalesce(from_minute, 0), coalesce(to_minute, 1440)) with &&))`,
    `create table volunteer_absence (
      id uuid primary key, volunteer_id uuid not null references volunteer (id), from_day date not null, to_day date not null,
      constraint volunteer_absence_days check (from_day <= to_day))`,
    `create index volunteer_absence_volunteer on volunteer_absence (volunteer_id, to_day)`,
  ];
}

/** A request is held by a member of staff or by a volunteer, never by both. */
function requests(): string[] {
  return [
    `alter table help_request add column volunteer_id uuid references volunteer (id)`,
    `alter table help_request add column language text not null default 'PL' check (language in ('PL', 'UK', 'EN', 'RU', 'PJM'))`,
    `alter table help_request drop constraint help_request_state_check`,
    `alter table help_request add constraint help_request_state_check check (state in ('NEW', 'TRIAGED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'CANCELLED'))`,
    `alter table help_request drop constraint help_request_held`,
    `alter table help_request add constraint help_request_held check ((state in ('ACCEPTED', 'IN_PROGRESS')) <= (assignee_id is not null or volunteer_id is not null))`,
    `alter table help_request drop constraint help_request_untaken`,
    `alter table help_request add constraint help_request_untaken check ((state in ('NEW', 'TRIAGED', 'OFFERED')) <= (assignee_id is null and volunteer_id is null))`,
    `alter table help_request add constraint help_request_one_holder check (assignee_id is null or volunteer_id is null)`,
    `drop index help_request_open`,
    `create index help_request_open on help_request (district, created_at, id) where state in ${OPEN}`,
  ];
}

function dispatch(): string[] {
  return [
    `create table dispatch (
      id uuid primary key, request_id uuid not null references help_request (id), started_by_id uuid not null references person (id),
      started_at timestamptz not null, wave_size int not null check (wave_size between 1 and 10), wave_minutes int not null check (wave_minutes between 1 and 720),
      in_waves boolean not null, wave int not null, state text not null check (state in ('RUNNING', 'ACCEPTED', 'EXHAUSTED', 'STOPPED')),
      from_at timestamptz not null, to_at timestamptz not null, next_at timestamptz not null, timer_id uuid not null, ended_at timestamptz, version int not null,
      constraint dispatch_window check (from_at < to_at),
      constraint dispatch_ended check ((state = 'RUNNING') = (ended_at is null)))`,
    `create unique index dispatch_running on dispatch (request_id) where state = 'RUNNING'`,
    `create index dispatch_request on dispatch (request_id)`,
    `create table offer (
      id uuid primary key, dispatch_id uuid not null references dispatch (id), request_id uuid not null references help_request (id),
      volunteer_id uuid references volunteer (id), pool_id uuid references volunteer_pool (id), wave int not null,
      state text not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RELEASED')),
      offered_at timestamptz not null, expires_at timestamptz not null, answered_at timestamptz, decline_reason text, overrides jsonb not null, version int not null,
      constraint offer_to_one check ((volunteer_id is null) <> (pool_id is null)),
      constraint offer_reason check (decline_reason in ('NO_TIME', 'TOO_FAR', 'NOT_THIS_KIND', 'UNWELL', 'OTHER')),
      constraint offer_once unique (dispatch_id, volunteer_id))`,
    `create unique index offer_first_yes on offer (dispatch_id) where state = 'ACCEPTED'`,
    `create index offer_open on offer (volunteer_id) where state = 'OPEN'`,
    `create index offer_open_request on offer (request_id, expires_at) where state = 'OPEN'`,
    `create index offer_open_pool on offer (pool_id) where state = 'OPEN'`,
    `create table task (
      id uuid primary key, request_id uuid not null references help_request (id), volunteer_id uuid not null references volunteer (id),
      offer_id uuid references offer (id), state text not null check (state in ('ACCEPTED', 'ON_THE_WAY', 'DONE', 'RETURNED', 'TAKEN_BACK')),
      from_at timestamptz not null, to_at timestamptz not null, accepted_at timestamptz not null, started_at timestamptz, ended_at timestamptz,
      return_reason text check (return_reason in ('CANT_COME', 'NOBODY_HOME', 'TOO_HARD', 'NOT_NEEDED', 'OTHER')),
      minutes int check (minutes between 1 and 720), version int not null,
      constraint task_window check (from_at < to_at),
      constraint task_ended check ((state in ('ACCEPTED', 'ON_THE_WAY')) = (ended_at is null)),
      constraint task_counted check ((state = 'DONE') = (minutes is not null)),
      constraint task_apart exclude using gist (volunteer_id with =, tstzrange(from_at, to_at) with &&) where (state in ('ACCEPTED', 'ON_THE_WAY')))`,
    `create unique index task_active on task (request_id) where state in ('ACCEPTED', 'ON_THE_WAY')`,
    `create index task_volunteer on task (volunteer_id, ended_at)`,
    `create index task_request on task (request_id)`,
    `create index task_offer on task (offer_id)`,
  ];
}
