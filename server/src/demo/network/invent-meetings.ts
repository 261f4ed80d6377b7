import { newId } from '@ww/shared/id';
import type { MinutesContent, MinutesItem } from '@ww/shared/network/minutes';
import { fromWarsaw, inWarsaw, startOfWarsawDay } from '@ww/shared/time';
import { isLateNotice } from '@ww/shared/holidays';
import { warsawDay } from '@ww/shared/week';
import { generateNKeysBetween } from 'fractional-indexing';
import { MEETINGS, type DemoItem, type DemoMeeting } from './agendas.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Somebody who can come to a meeting. */
export interface Guest {
  personId: string;
  name: string;
  organisationId: string;
  organisation: string;
}

/** Who is in the Network of the district, by name. */
export interface Room {
  district: string;
  coordinator: { id: string; displayName: string };
  guests: ReadonlyMap<string, Guest>;
  now: Date;
}

type Row = Record<string, unknown>;
/** Rows by the table that they go into, in the order in which tables are filled. */
export type Rows = Map<string, Row[]>;

/** When a meeting starts: at an hour of a day of Warsaw's, or in about three quarters of an hour. */
function startOf({ at }: DemoMeeting, now: Date): Date {
  if (at === null) return new Date(Math.ceil((now.getTime() + 30 * MINUTE) / (15 * MINUTE)) * 15 * MINUTE);
  return fromWarsaw(inWarsaw(now).toPlainDate().add({ days: at.days }).toPlainDateTime({ hour: at.hour }));
}

/** The meetings of a Network with all that hangs on them. @param needs ids of needs on the board, by title */
export function inventMeetings(room: Room, needs: ReadonlyMap<string, string>): Rows {
  const rows: Rows = new Map();
  const add = (table: string, ...added: Row[]) => rows.set(table, [...(rows.get(table) ?? []), ...added]);
  for (const meeting of MEETINGS) addMeeting(add, meeting, room, needs);
  return rows;
}

type Add = (table: string, ...rows: Row[]) => void;

function addMeeting(add: Add, meeting: DemoMeeting, room: Room, needs: ReadonlyMap<string, string>): void {
  const { now, coordinator } = room;
  const startsAt = startOf(meeting, now);
  const called = new Date(Math.min(now.getTime(), startsAt.getTime()) - 21 * DAY);
  const id = newId(called.getTime());
  const took = meeting.items.reduce((sum, { spent = 0 }) => sum + spent, 0);
  const endedAt = meeting.state === 'ENDED' ? new Date(startsAt.getTime() + took * MINUTE) : null;
  const isOver = endedAt !== null;
  add('meeting', {
    ...{ id, district: room.district, title: meeting.title, place: meeting.place, online: meeting.link !== undefined },
    ...{ starts_at: startsAt, ends_at: new Date(startsAt.getTime() + meeting.minutes * MINUTE), seats: meeting.seats },
    ...{ sign_up_until: startOfWarsawDay(startsAt), state: meeting.state, called_by_id: coordinator.id, created_at: called },
    published_at: meeting.state === 'DRAFT' ? null : called,
    cancelled_at: meeting.state === 'CANCELLED' ? new Date(startsAt.getTime() - 3 * DAY) : null,
    cancel_reason: meeting.cancelReason ?? null,
    moved_from: meeting.movedDays === undefined ? null : new Date(startsAt.getTime() + meeting.movedDays * DAY),
    ...{ deputy_ids: [], next_place: meeting.coming.length + (meeting.declined?.length ?? 0) + 1 },
    ...{ leader_id: isOver ? coordinator.id : null, leader_since: isOver ? startsAt : null, started_at: isOver ? startsAt : null },
    ...{ ended_at: endedAt, sequence: meeting.movedDays === undefined ? 0 : 1, details_version: 1, version: 1 },
  });
  // nobody is written to about what the demo begins with
  if (meeting.state !== 'DRAFT') add('meeting_told', { meeting_id: id, sequence: meeting.movedDays === undefined ? 0 : 1 });
  if (meeting.link) add('meeting_private', { meeting_id: id, link: meeting.link });
  add('meeting_seat', ...Array.from({ length: meeting.seats }, (_, index) => ({ meeting_id: id, number: index + 1 })));
  addAnswers(add, meeting, id, startsAt, room);
  const items = addItems(add, meeting, id, { room, startsAt, needs });
  if (endedAt) add('minutes', minutesRow(meeting, id, { startedAt: startsAt, endedAt, room, items }));
}

function addAnswers(add: Add, meeting: DemoMeeting, meetingId: string, startsAt: Date, { guests, now, coordinator }: Room): void {
  const names = [...meeting.coming, ...(meeting.declined ?? [])];
  const isOver = meeting.state === 'ENDED';
  names.forEach((name, index) => {
    const guest = guests.get(name);
    if (!guest) throw new Error(`nobody in the Network is called ${name}`);
    const isComing = index < meeting.coming.length;
    const hasSeat = isComing && index < meeting.seats;
    const answeredAt = new Date(Math.min(now.getTime() - DAY, startsAt.getTime() - 2 * DAY) - (names.length - index) * 5 * 3_600_000);
    const interpreter = name === meeting.interpreterFor;
    add('rsvp', {
      ...{ id: newId(answeredAt.getTime()), meeting_id: meetingId, person_id: guest.personId, organisation_id: guest.organisationId },
      ...{ state: hasSeat ? 'ACCEPTED' : isComing ? 'WAITING' : 'DECLINED', place: index + 1, seat: hasSeat ? index + 1 : null },
      ...{ interpreter, interpreter_late: interpreter && isLateNotice(answeredAt, startsAt), has_needs: false },
      ...{ answered_at: answeredAt, version: 1 },
    });
    if (isOver && hasSeat) add('attendance', arrival(meetingId, guest.personId, name, guest.organisation, startsAt, index));
  });
  if (isOver) add('attendance', arrival(meetingId, coordinator.id, coordinator.displayName, null, startsAt, -1));
}

const arrival = (meetingId: string, personId: string, name: string, organisation: string | null, startsAt: Date, index: number): Row => ({
  ...{ id: newId(startsAt.getTime()), meeting_id: meetingId, person_id: personId, name, organisation, remote: index === 4 },
  arrived_at: new Date(startsAt.getTime() + (index - 6) * MINUTE),
});

interface Stage {
  room: Room;
  startsAt: Date;
  needs: ReadonlyMap<string, string>;
}

function addItems(add: Add, meeting: DemoMeeting, meetingId: string, { room, startsAt, needs }: Stage): MinutesItem[] {
  const ranks = generateNKeysBetween(null, null, meeting.items.length);
  let at = startsAt.getTime();
  return meeting.items.map((item, index) => {
    const itemId = newId(startsAt.getTime());
    at += (item.spent ?? 0) * MINUTE;
    add('agenda_item', {
      ...{ id: itemId, meeting_id: meetingId, title: item.title, kind: item.kind, state: item.state ?? 'PLANNED' },
      ...{ presenter: item.presenter ?? null, minutes: item.minutes, extra_minutes: 0, rank: ranks[index], note: item.note ?? null },
      ...{ proposed_by_id: item.proposedBy ? (room.guests.get(item.proposedBy)?.personId ?? null) : null },
      ...{ proposed_by: item.proposedBy ? [item.proposedBy, room.guests.get(item.proposedBy)?.organisation].join(', ') : null },
      ...{ entry_id: item.need ? (needs.get(item.need) ?? null) : null, answer: item.answer ?? null, since: null },
      ...{
        spent_ms: (item.spent ?? 0) * MINUTE,
        created_at: new Date(Math.min(room.now.getTime(), startsAt.getTime()) - 8 * DAY),
        version: 1,
      },
    });
    return addOutcomes(add, item, { meetingId, itemId, at: new Date(at), room });
  });
}

interface Moment {
  meetingId: string;
  itemId: string;
  at: Date;
  room: Room;
}

function addOutcomes(add: Add, item: DemoItem, { meetingId, itemId, at, room }: Moment): MinutesItem {
  const { arrangement, actions = [] } = item;
  const [votesFor = 0, votesAgainst = 0, votesAbstained = 0] = arrangement?.votes ?? [];
  if (arrangement)
    add('arrangement', {
      ...{ id: newId(at.getTime()), meeting_id: meetingId, item_id: itemId, text: arrangement.text, state: 'ADOPTED', round: 1 },
      ...{ votes_for: votesFor, votes_against: votesAgainst, votes_abstained: votesAbstained, put_at: at, saved_at: at },
    });
  for (const { text, owner, days, done } of actions) {
    const ownerId = room.guests.get(owner)?.personId;
    add('action_item', {
      ...{
        id: newId(at.getTime()),
        district: room.district,
        meeting_id: meetingId,
        item_id: itemId,
        text,
        owner_id: ownerId,
        owner_name: owner,
      },
      ...{ due: dayFrom(room.now, days), created_at: at, done_at: done ? new Date(at.getTime() + 5 * DAY) : null },
      ...{ done_by_id: done ? ownerId : null, version: done ? 2 : 1 },
    });
  }
  return {
    ...{ itemId, title: item.title, kind: item.kind, presenter: item.presenter ?? null, plannedMinutes: item.minutes },
    ...{ spentMinutes: item.spent ?? 0, state: item.state ?? 'PLANNED', note: item.note ?? null },
    arrangements: arrangement
      ? [{ text: arrangement.text, state: 'ADOPTED', for: votesFor, against: votesAgainst, abstained: votesAbstained }]
      : [],
    actions: actions.map(({ text, owner, days }) => ({ text, owner, due: dayFrom(room.now, days) })),
  };
}

const dayFrom = (now: Date, days: number): string => warsawDay(now.getTime() + days * DAY);

interface Ended {
  startedAt: Date;
  endedAt: Date;
  room: Room;
  items: MinutesItem[];
}

function minutesRow(meeting: DemoMeeting, meetingId: string, { startedAt, endedAt, room, items }: Ended): Row {
  const { coordinator, guests } = room;
  const content: MinutesContent = {
    ...{ title: meeting.title, place: meeting.place, online: meeting.link !== undefined, leader: coordinator.displayName, items },
    ...{ startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString(), remarks: meeting.remarks ?? null },
    attendance: [
      { name: coordinator.displayName, organisation: null, remote: false },
      ...meeting.coming.map((name, index) => ({ name, organisation: guests.get(name)?.organisation ?? null, remote: index === 4 })),
    ],
  };
  const approved = meeting.approved === true;
  return {
    ...{ meeting_id: meetingId, state: approved ? 'APPROVED' : 'DRAFT', content, version: approved ? 2 : 1 },
    ...{ approved_at: approved ? new Date(endedAt.getTime() + 2 * DAY) : null, approved_by_id: approved ? coordinator.id : null },
    approved_by: approved ? coordinator.displayName : null,
  };
}
