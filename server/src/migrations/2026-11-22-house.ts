import { Migration } from '@mikro-orm/migrations';
import { CANCEL_REASONS, ERRANDS, HELPERS, INFORMED, KINDS, PRIORITIES, REPORTER_KINDS } from '@ww/shared/request/kinds';
import { DISTRICT_SLUGS } from '@ww/shared/district';
import { ROLES } from '@ww/shared/roles';

const oneOf = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** The log, identity and requests. Hand-written: constraints and triggers are what must never be lost to a schema diff. */
export class House20261122 extends Migration {
  override name = '2026-11-22-house';

  override up(): void {
    for (const statement of [...log(), ...auth(), ...identity(), ...requests()]) this.addSql(statement);
  }
}

function log(): string[] {
  return [
    `create table log_identity (one boolean primary key default true check (one), id uuid not null, pruned_to bigint not null default 0)`,
    `insert into log_identity (id) values (gen_random_uuid())`,
    `create sequence event_position_seq`,
    `create table event (
      id uuid primary key, topic text not null, subject_id uuid not null, scope text, version int not null,
      at timestamptz not null, position bigint)`,
    `create unique index event_position_key on event (position)`,
    // Position at commit: the lock makes commits take their numbers one after another, so a reader that has
    // seen a position has seen every smaller one. A plain sequence numbers rows before commit and loses events.
    `create function event_take_position() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(4417);
        update event set position = nextval('event_position_seq') where id = new.id;
        return null;
      end $$`,
    `create constraint trigger event_position after insert on event deferrable initially deferred
      for each row execute function event_take_position()`,
    `create table audit_entry (
      id uuid primary key, at timestamptz not null, actor_id uuid, actor_name text, action text not null,
      subject_type text not null, subject_id uuid, subject_label text, district text,
      outcome text not null check (outcome in ('DONE', 'REFUSED')), reason text, to_name text, request_id text)`,
    `create index audit_entry_at on audit_entry (at desc, id desc)`,
    `create index audit_entry_subject on audit_entry (subject_id, at)`,
    `create function audit_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit trail is append-only';
      end $$`,
    `create trigger audit_append_only before update or delete on audit_entry
      for each row execute function audit_is_append_only()`,
    `create table command_key (
      key uuid primary key, actor_id uuid, action text not null, input_hash text not null, answer jsonb, at timestamptz not null)`,
    `create index command_key_at on command_key (at)`,
    `create table log_follower (name text primary key, position bigint not null)`,
    `create unlogged table rate_bucket (bucket text primary key, hits int not null, resets_at timestamptz not null)`,
  ];
}

/** better-auth's own tables, in a schema of their own, with the column names that it expects. */
function auth(): string[] {
  return [
    `create schema if not exists auth`,
    `create table auth."user" (
      id uuid primary key, name text not null, email text not null unique, "emailVerified" boolean not null default false,
      image text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`,
    `create table auth.session (
      id uuid primary key, "expiresAt" timestamptz not null, token text not null unique,
      "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
      "ipAddress" text, "userAgent" text, "userId" uuid not null references auth."user" (id) on delete cascade)`,
    `create index session_of_user on auth.session ("userId")`,
    `create table auth.account (
      id uuid primary key, "accountId" text not null, "providerId" text not null,
      "userId" uuid not null references auth."user" (id) on delete cascade,
      "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
      scope text, password text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`,
    `create index account_of_user on auth.account ("userId")`,
    `create table auth.verification (
      id uuid primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
      "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`,
    `create index verification_identifier on auth.verification (identifier)`,
    `create table auth."rateLimit" (id uuid primary key, key text not null unique, count int not null, "lastRequest" bigint not null)`,
  ];
}

function identity(): string[] {
  return [
    `create table person (
      id uuid primary key, display_name text not null check (length(display_name) between 1 and 120),
      email text not null unique check (email = lower(email)), created_at timestamptz not null,
      constraint person_user foreign key (id) references auth."user" (id))`,
    `create table role_grant (
      id uuid primary key, person_id uuid not null references person (id), role text not null check (role in (${oneOf(ROLES)})),
      scope text, created_at timestamptz not null,
      constraint role_grant_once unique nulls not distinct (person_id, role, scope),
      constraint role_grant_district check (role not in ('DISTRICT_COORDINATOR', 'TEAM_MEMBER') or scope in (${oneOf(DISTRICT_SLUGS)})),
      constraint role_grant_city check (role not in ('CITY_ANALYST', 'AUDITOR', 'ADMIN') or scope is null))`,
    `create index role_grant_scope on role_grant (scope, role)`,
    `create table invitation (
      id uuid primary key, name text not null, email text not null, district text not null check (district in (${oneOf(DISTRICT_SLUGS)})),
      role text not null check (role in (${oneOf(ROLES)})), invited_at timestamptz not null, expires_at timestamptz not null, accepted_at timestamptz)`,
    `create index invitation_district on invitation (district)`,
  ];
}

function requests(): string[] {
  return [
    `create table district_counter (district text primary key check (district in (${oneOf(DISTRICT_SLUGS)})), last int not null)`,
    `insert into district_counter (district, last) values ${DISTRICT_SLUGS.map((slug) => `('${slug}', 0)`).join(', ')}`,
    `create table help_request (
      id uuid primary key, number int not null, district text not null references district_counter (district),
      kind text not null check (kind in (${oneOf(KINDS)})), errand text check (errand in (${oneOf(ERRANDS)})),
      state text not null check (state in ('NEW', 'TRIAGED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'CANCELLED')), priority text not null check (priority in (${oneOf(PRIORITIES)})),
      channel text not null check (channel in ('PHONE', 'WEB')), due_from timestamptz, due_to timestamptz not null,
      created_at timestamptz not null, triaged_at timestamptz, accepted_at timestamptz, started_at timestamptz, closed_at timestamptz,
      assignee_id uuid references person (id), changed_by_id uuid references person (id), changed_at timestamptz not null,
      cancel_reason text check (cancel_reason in (${oneOf(CANCEL_REASONS)})), version int not null,
      reporter_kind text not null check (reporter_kind in (${oneOf(REPORTER_KINDS)})),
      informed text not null check (informed in (${oneOf(INFORMED)})),
      helpers text[] not null check (helpers <@ array[${oneOf(HELPERS)}]), code_hash text unique, undo jsonb,
      constraint help_request_number unique (district, number),
      constraint help_request_due check (due_from is null or due_from < due_to),
      constraint help_request_held check ((state in ('ACCEPTED', 'IN_PROGRESS')) <= (assignee_id is not null)),
      constraint help_request_untaken check ((state in ('NEW', 'TRIAGED')) <= (assignee_id is null)),
      constraint help_request_closed check ((state in ('DONE', 'CANCELLED')) = (closed_at is not null)),
      constraint help_request_reason check ((state = 'CANCELLED') = (cancel_reason is not null)))`,
    `create index help_request_open on help_request (district, created_at, id) where state in ('NEW', 'TRIAGED', 'ACCEPTED', 'IN_PROGRESS')`,
    `create index help_request_closed_at on help_request (district, closed_at) where closed_at is not null`,
    `create index help_request_assignee on help_request (assignee_id) where state in ('ACCEPTED', 'IN_PROGRESS')`,
    `create table request_private (
      request_id uuid primary key references help_request (id), words text not null, own_words text, person_name text not null, person_phone text not null,
      reporter_name text, reporter_phone text, contact_name text, contact_phone text,
      street text not null, house text not null, flat text, access text)`,
    `create table request_note (
      id uuid primary key, request_id uuid not null references help_request (id), author_name text not null, text text not null, at timestamptz not null)`,
    `create index request_note_request on request_note (request_id, at)`,
    `create unlogged table presence (
      person_id uuid not null references person (id), district text not null, request_id uuid, display_name text not null, seen_at timestamptz not null,
      primary key (person_id, district))`,
  ];
}
