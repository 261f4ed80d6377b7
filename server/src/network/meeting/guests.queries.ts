import { isUuid } from '@ww/shared/id';
import { can } from '@ww/shared/policy';
import type { Context } from '../../platform/context.ts';
import { demandSignedIn } from '../../platform/demand.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { Em } from '../../platform/orm.ts';
import { asDeputy, isHidden, subjectOf } from './meeting-record.ts';
import { Meeting } from './meeting.entity.ts';
import type { MeetingGuest, MeetingPeople } from './guests.types.ts';
import { losersOf } from './seats.queries.ts';

type Raw = Omit<MeetingGuest, 'arrivedAt'> & { arrivedAt: Date | string | null };

/** Who signed up and who came: with a seat, then waiting in their order, then the others. One statement. */
export async function guestsOf(em: Em, meetingId: string, cursor: string): Promise<MeetingPeople> {
  const rows = await em.execute<Raw[]>(
    `select r.id as "rsvpId", coalesce(r.person_id, a.person_id) as "personId", coalesce(a.name, p.display_name) as name,
       coalesce(o.name, a.organisation) as organisation, r.state,
       case when r.state = 'WAITING' then row_number() over (partition by r.state order by r.place)::int end as "waitingPlace",
       coalesce(r.interpreter, false) as interpreter, coalesce(r.interpreter_late, false) as "interpreterLate", coalesce(r.has_needs, false) as "hasNeeds",
       a.id as "attendanceId", a.arrived_at as "arrivedAt", coalesce(a.remote, false) as remote
     from (select * from rsvp where meeting_id = ?) r full join (select * from attendance where meeting_id = ?) a on a.person_id = r.person_id
       left join person p on p.id = r.person_id left join organisation o on o.id = r.organisation_id
     order by case r.state when 'ACCEPTED' then 0 when 'WAITING' then 1 when 'DECLINED' then 2 else 3 end, r.place, a.arrived_at, a.id`,
    [meetingId, meetingId],
  );
  return { cursor, guests: rows.map((row) => ({ ...row, arrivedAt: row.arrivedAt === null ? null : new Date(row.arrivedAt) })) };
}

/** The meeting, for whoever prepares or leads it. @throws AppError `NOT_FOUND`, `UNAUTHENTICATED`, `INVALID` */
export async function expectPrepared(ctx: Context, id: string): Promise<Meeting> {
  demandSignedIn(ctx);
  if (!isUuid(id)) throw invalid([{ path: 'id', rule: 'uuid' }]);
  const meeting = await ctx.em.findOne(Meeting, { id });
  if (!meeting || isHidden(ctx.actor, meeting)) throw notFound();
  if (!can(asDeputy(ctx.actor, meeting), 'meeting.people', subjectOf(meeting))) throw notFound();
  return meeting;
}

export async function readGuests(ctx: Context, id: string): Promise<MeetingPeople> {
  const { cursor } = ctx.services.feed;
  await expectPrepared(ctx, id);
  return guestsOf(ctx.em, id, cursor);
}

/** Who would lose their seat, were there only so many: those who signed up last. */
export async function readLosingSeats(ctx: Context, id: string, seats: number): Promise<MeetingGuest[]> {
  const { guests } = await readGuests(ctx, id);
  const losers = new Set((await losersOf(ctx.em, id, seats)).map((rsvp) => rsvp.id));
  return guests.filter(({ rsvpId }) => rsvpId !== null && losers.has(rsvpId));
}
