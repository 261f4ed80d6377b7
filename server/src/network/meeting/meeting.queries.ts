import { isUuid } from '@ww/shared/id';
import { can } from '@ww/shared/policy';
import type { Context } from '../../platform/context.ts';
import { demand, demandSignedIn } from '../../platform/demand.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Em } from '../../platform/orm.ts';
import { agendaOf } from '../agenda/agenda.queries.ts';
import { arrangementsOf, speakersOf } from '../live/live.queries.ts';
import { actionViews } from '../minutes/action.queries.ts';
import { roomOfMeeting } from '../../place/booking/meeting-room.queries.ts';
import { meetingRows } from './meeting-rows.ts';
import { isHidden, seesDrafts } from './meeting-record.ts';
import { Meeting } from './meeting.entity.ts';
import type { MeetingPage, MeetingPersonName, MeetingRow, MeetingView } from './meeting.types.ts';

const PAST_SHOWN = 50;

/** A row as an audience may see it: a draft only as who calls meetings does. */
export async function findMeetingRow(em: Em, id: string, drafts: boolean): Promise<MeetingRow | null> {
  const [row] = await meetingRows(em, drafts ? 'm.id = ?' : `m.id = ? and m.published_at is not null`, [id]);
  return row ?? null;
}

/** A district's meetings: those ahead or under way, the next first; then those that are over, the last first. Two statements. */
export async function readMeetings(ctx: Context, district: string): Promise<MeetingPage> {
  demand(ctx, 'network.read', { district });
  const { cursor } = ctx.services.feed;
  const seen = seesDrafts(ctx.actor, district) ? '' : 'and m.published_at is not null';
  const ahead = await meetingRows(
    ctx.em,
    `m.district = ? ${seen} and m.state in ('DRAFT', 'PUBLISHED', 'RUNNING') order by m.starts_at, m.id`,
    [district],
  );
  const over = await meetingRows(
    ctx.em,
    `m.district = ? ${seen} and m.state in ('ENDED', 'CANCELLED') order by m.starts_at desc, m.id limit ${PAST_SHOWN}`,
    [district],
  );
  return { cursor, rows: [...ahead, ...over] };
}

/** Everything that everybody in the Network sees of one meeting. Eleven statements. */
export async function findMeeting(em: Em, id: string, drafts: boolean, cursor: string): Promise<MeetingView | null> {
  const row = await findMeetingRow(em, id, drafts);
  const meeting = row && (await em.findOne(Meeting, { id }, { disableIdentityMap: true }));
  if (!meeting) return null;
  const named = await namesOf(em, [...meeting.deputyIds, ...(meeting.leaderId ? [meeting.leaderId] : [])]);
  const isOver = row.state === 'ENDED' || row.state === 'CANCELLED';
  return {
    ...{ cursor, row },
    room: await roomOfMeeting(em, id),
    organisations: await organisationsOf(em, id),
    present: await presentOf(em, id),
    leader: named.find(({ personId }) => personId === meeting.leaderId) ?? null,
    leaderSince: meeting.leaderSince ?? null,
    deputies: named.filter(({ personId }) => meeting.deputyIds.includes(personId)),
    items: await agendaOf(em, id),
    speakers: await speakersOf(em, id),
    arrangements: await arrangementsOf(em, id),
    actions: await actionViews(em, 'a.meeting_id = ?', [id]),
    followUps: isOver ? [] : await actionViews(em, 'a.district = ? and a.meeting_id <> ? and a.done_at is null', [row.district, id]),
  };
}

async function namesOf(em: Em, people: readonly string[]): Promise<MeetingPersonName[]> {
  if (people.length === 0) return [];
  return em.execute<MeetingPersonName[]>(
    `select id as "personId", display_name as name from person where id in (${people.map(() => '?').join(', ')}) order by display_name, id`,
    [...people],
  );
}

async function organisationsOf(em: Em, meetingId: string): Promise<string[]> {
  const rows = await em.execute<{ name: string }[]>(
    `select distinct o.name from rsvp r join organisation o on o.id = r.organisation_id where r.meeting_id = ? and r.state = 'ACCEPTED' order by o.name`,
    [meetingId],
  );
  return rows.map(({ name }) => name);
}

async function presentOf(em: Em, meetingId: string): Promise<number> {
  const [row] = await em.execute<{ present: number }[]>('select count(*)::int as present from attendance where meeting_id = ?', [
    meetingId,
  ]);
  return row?.present ?? 0;
}

/** The meeting if the caller may know of it. @throws AppError `NOT_FOUND`, `UNAUTHENTICATED`, `INVALID` */
export async function expectMeeting(ctx: Context, id: string): Promise<Meeting> {
  demandSignedIn(ctx);
  if (!isUuid(id)) throw invalid([{ path: 'id', rule: 'uuid' }]);
  const meeting = await ctx.em.findOne(Meeting, { id });
  if (!meeting || !can(ctx.actor, 'network.read', { district: meeting.district })) throw notFound();
  if (isHidden(ctx.actor, meeting)) throw notFound();
  return meeting;
}

/** One meeting, whole. @throws AppError as `expectMeeting` */
export async function readMeeting(ctx: Context, id: string): Promise<MeetingView> {
  const { cursor } = ctx.services.feed;
  const { district } = await expectMeeting(ctx, id);
  const view = await findMeeting(ctx.em, id, seesDrafts(ctx.actor, district), cursor);
  if (!view) throw notFound();
  return view;
}
