import { Migration } from '@mikro-orm/migrations';
import { FIRST_NETWORKS } from '@ww/shared/network/terms';

const DISTRICTS = `array['bemowo', 'bialoleka', 'bielany', 'mokotow', 'ochota', 'praga-poludnie', 'praga-polnoc', 'rembertow', 'srodmiescie',
  'targowek', 'ursus', 'ursynow', 'wawer', 'wesola', 'wilanow', 'wlochy', 'wola', 'zoliborz']`;

/** The Network of volunteering coordinators of a district: who is in it, its meetings and what comes of them, its board. */
export class Network20261122 extends Migration {
  override name = '2026-11-22-network';

  override up(): void {
    for (const statement of [...network(), ...meetings(), ...agenda(), ...live(), ...outcomes(), ...board()]) this.addSql(statement);
  }
}

function network(): string[] {
  return [
    `create table network (
      district text primary key, enabled boolean not null, unanswered_days int not null check (unanswered_days between 1 and 90), version int not null,
      constraint network_district check (district = any (${DISTRICTS})))`,
    `insert into network (district, enabled, unanswered_days, version)
      select d, d in (${FIRST_NETWORKS.map((slug) => `'${slug}'`).join(', ')}), 14, 1 from unnest(${DISTRICTS}) d`,
    `create table network_member (
      id uuid primary key, district text not null references network (district), organisation_id uuid not null references organisation (id),
      state text not null check (state in ('INVITED', 'ASKED', 'MEMBER', 'REFUSED', 'LEFT')), since timestamptz not null, does text, version int not null,
      constraint network_member_once unique (district, organisation_id))`,
    `create index network_member_organisation on network_member (organisation_id)`,
    // how the organisation is reached, apart from what everybody in the Network sees
    `create table network_member_private (member_id uuid primary key references network_member (id), contact_name text, contact_email text, contact_phone text)`,
    // what a person is allowed: granted by somebody, or following from where their organisation is
    `create view standing as
      select id, person_id, role, scope, created_at from role_grant
      union all
      select m.id, g.person_id, 'NETWORK_MEMBER', m.district, m.since from network_member m
        join network n on n.district = m.district and n.enabled
        join role_grant g on g.role = 'ORGANISATION_COORDINATOR' and g.scope = m.organisation_id::text
      where m.state = 'MEMBER'`,
  ];
}

function meetings(): string[] {
  return [
    `create table meeting (
      id uuid primary key, district text not null references network (district), title text not null check (length(title) between 1 and 120),
      place text, online boolean not null, starts_at timestamptz not null, ends_at timestamptz not null, seats int not null check (seats between 1 and 500),
      sign_up_until timestamptz not null, state text not null check (state in ('DRAFT', 'PUBLISHED', 'RUNNING', 'ENDED', 'CANCELLED')),
      called_by_id uuid not null references person (id), created_at timestamptz not null, published_at timestamptz, cancelled_at timestamptz, cancel_reason text,
      moved_from timestamptz, deputy_ids uuid[] not null, next_place int not null,
      leader_id uuid references person (id), leader_since timestamptz, started_at timestamptz, ended_at timestamptz,
      sequence int not null, details_version int not null, version int not null,
      constraint meeting_times check (starts_at < ends_at),
      constraint meeting_deadline check (sign_up_until <= starts_at),
      constraint meeting_somewhere check (place is not null or online),
      constraint meeting_running check ((state in ('RUNNING', 'ENDED')) = (started_at is not null)),
      constraint meeting_led check ((state = 'RUNNING') <= (leader_id is not null)),
      constraint meeting_ended check ((state = 'ENDED') = (ended_at is not null)),
      constraint meeting_cancelled check ((state = 'CANCELLED') = (cancelled_at is not null)))`,
    `create index meeting_district on meeting (district, starts_at, id)`,
    `create table meeting_private (meeting_id uuid primary key references meeting (id), link text not null check (length(link) <= 500))`,
    // up to which of its sequences everybody concerned was written to
    `create table meeting_told (meeting_id uuid primary key references meeting (id), sequence int not null)`,
    // one row a seat: what is not here can't be given away
    `create table meeting_seat (meeting_id uuid not null references meeting (id), number int not null, primary key (meeting_id, number))`,
    `create table rsvp (
      id uuid primary key, meeting_id uuid not null references meeting (id), person_id uuid not null references person (id),
      organisation_id uuid not null references organisation (id), state text not null check (state in ('ACCEPTED', 'WAITING', 'DECLINED')),
      place int not null, seat int, interpreter boolean not null, interpreter_late boolean not null, has_needs boolean not null,
      answered_at timestamptz not null, version int not null,
      constraint rsvp_once unique (meeting_id, person_id),
      constraint rsvp_place unique (meeting_id, place),
      constraint rsvp_seated check ((state = 'ACCEPTED') = (seat is not null)),
      constraint rsvp_seat_once unique (meeting_id, seat),
      constraint rsvp_seat foreign key (meeting_id, seat) references meeting_seat (meeting_id, number))`,
    `create index rsvp_person on rsvp (person_id)`,
    `create table rsvp_private (rsvp_id uuid primary key references rsvp (id), needs text not null check (length(needs) <= 500))`,
    `create table attendance (
      id uuid primary key, meeting_id uuid not null references meeting (id), person_id uuid references person (id),
      name text not null, organisation text, remote boolean not null, arrived_at timestamptz not null,
      constraint attendance_once unique (meeting_id, person_id))`,
    `create index attendance_meeting on attendance (meeting_id)`,
  ];
}

function agenda(): string[] {
  return [
    `create table agenda_item (
      id uuid primary key, meeting_id uuid not null references meeting (id), title text not null,
      kind text not null check (kind in ('INFORMATION', 'DISCUSSION', 'DECISION', 'RESOURCES_NEEDS', 'FOLLOW_UP')),
      state text not null check (state in ('PROPOSED', 'REFUSED', 'PLANNED', 'CURRENT', 'DONE', 'PARKED')),
      presenter text, minutes int not null check (minutes between 1 and 180), extra_minutes int not null check (extra_minutes >= 0),
      rank text collate "C" not null, proposed_by_id uuid references person (id), proposed_by text, entry_id uuid, answer text, note text,
      since timestamptz, spent_ms int not null check (spent_ms >= 0), created_at timestamptz not null, version int not null,
      constraint agenda_item_rank unique (meeting_id, rank),
      constraint agenda_item_clock check ((state = 'CURRENT') = (since is not null)))`,
    `create unique index agenda_item_current on agenda_item (meeting_id) where state = 'CURRENT'`,
    `create unique index agenda_item_follow_up on agenda_item (meeting_id) where kind = 'FOLLOW_UP'`,
    `create unique index agenda_item_entry on agenda_item (entry_id) where entry_id is not null`,
  ];
}

function live(): string[] {
  return [
    `create table speaker (
      id uuid primary key, meeting_id uuid not null references meeting (id), person_id uuid not null references person (id), name text not null,
      organisation text, remote boolean not null, state text not null check (state in ('WAITING', 'SPEAKING', 'DONE')),
      raised_at timestamptz not null, spoke_from timestamptz, spoke_to timestamptz)`,
    `create unique index speaker_speaking on speaker (meeting_id) where state = 'SPEAKING'`,
    `create unique index speaker_hand on speaker (meeting_id, person_id) where state in ('WAITING', 'SPEAKING')`,
    `create index speaker_meeting on speaker (meeting_id)`,
    `create table arrangement (
      id uuid primary key, meeting_id uuid not null references meeting (id), item_id uuid references agenda_item (id), text text not null,
      state text not null check (state in ('VOTING', 'ADOPTED', 'REJECTED', 'WITHDRAWN')), round int not null,
      votes_for int, votes_against int, votes_abstained int, put_at timestamptz not null, saved_at timestamptz,
      constraint arrangement_counted check ((state in ('ADOPTED', 'REJECTED')) = (votes_for is not null and votes_against is not null and votes_abstained is not null)),
      constraint arrangement_outcome check ((state = 'ADOPTED') <= (votes_for > votes_against)))`,
    `create unique index arrangement_voting on arrangement (meeting_id) where state = 'VOTING'`,
    `create index arrangement_meeting on arrangement (meeting_id)`,
    `create table ballot (
      arrangement_id uuid not null references arrangement (id), person_id uuid not null references person (id),
      choice text not null check (choice in ('FOR', 'AGAINST', 'ABSTAINED')), primary key (arrangement_id, person_id))`,
  ];
}

function outcomes(): string[] {
  return [
    `create table action_item (
      id uuid primary key, district text not null references network (district), meeting_id uuid not null references meeting (id),
      item_id uuid references agenda_item (id), text text not null, owner_id uuid not null references person (id), owner_name text not null,
      due date not null, created_at timestamptz not null, done_at timestamptz, done_by_id uuid references person (id), version int not null,
      constraint action_item_done check ((done_at is null) = (done_by_id is null)))`,
    `create index action_item_owner on action_item (owner_id) where done_at is null`,
    `create index action_item_open on action_item (district) where done_at is null`,
    `create index action_item_meeting on action_item (meeting_id)`,
    `create table minutes (
      meeting_id uuid primary key references meeting (id), state text not null check (state in ('DRAFT', 'APPROVED')), content jsonb not null,
      approved_at timestamptz, approved_by_id uuid references person (id), approved_by text, version int not null,
      constraint minutes_approved check ((state = 'APPROVED') = (approved_at is not null)))`,
    `create function minutes_fixed() returns trigger language plpgsql as $$ begin raise exception 'approved minutes are fixed'; end $$`,
    `create trigger minutes_fixed before update or delete on minutes for each row when (old.state = 'APPROVED') execute function minutes_fixed()`,
  ];
}

function board(): string[] {
  return [
    `create table board_entry (
      id uuid primary key, district text not null references network (district), organisation_id uuid references organisation (id),
      side text not null check (side in ('OFFER', 'NEED')),
      kind text not null check (kind in ('PEOPLE', 'SPACE', 'TRANSPORT', 'EQUIPMENT', 'FOOD', 'KNOWLEDGE', 'PROMOTION', 'OTHER')),
      title text not null, words text, amount int check (amount between 1 and 9999), place text, from_day date, to_day date,
      state text not null check (state in ('OPEN', 'MATCHED', 'CLOSED')), posted_by_id uuid not null references person (id), posted_by text not null,
      created_at timestamptz not null, propose_at timestamptz, timer_id uuid, ended_at timestamptz, version int not null,
      constraint board_entry_days check (from_day <= to_day),
      constraint board_entry_ended check ((state = 'OPEN') = (ended_at is null)))`,
    `create index board_entry_open on board_entry (district, created_at) where state = 'OPEN'`,
    `alter table agenda_item add constraint agenda_item_entry_fk foreign key (entry_id) references board_entry (id)`,
    `create table joint_activity (
      id uuid primary key, district text not null references network (district), offer_id uuid not null references board_entry (id),
      need_id uuid not null references board_entry (id), title text not null, day date, owners jsonb not null,
      state text not null check (state in ('PLANNED', 'DONE', 'CANCELLED')), created_at timestamptz not null, ended_at timestamptz, version int not null,
      constraint joint_activity_ended check ((state = 'PLANNED') = (ended_at is null)))`,
    `create unique index joint_activity_offer on joint_activity (offer_id) where state <> 'CANCELLED'`,
    `create unique index joint_activity_need on joint_activity (need_id) where state <> 'CANCELLED'`,
  ];
}
