import type { Ballot, RsvpState } from '@ww/shared/network/terms';
import type { Context } from '../../platform/context.ts';
import { notFound } from '../../platform/errors.ts';
import type { Em } from '../../platform/orm.ts';
import { expectMeeting } from './meeting.queries.ts';
import type { MyMeeting } from './mine.types.ts';

interface Raw {
  id: string | null;
  state: RsvpState | null;
  waitingPlace: number | null;
  organisationId: string | null;
  interpreter: boolean | null;
  interpreterLate: boolean | null;
  hasNeeds: boolean | null;
  attendanceId: string | null;
  arrangementId: string | null;
  ballot: Ballot | null;
}

/** A meeting as far as it is somebody's own. One statement. */
export async function findMine(em: Em, meetingId: string, personId: string, cursor: string): Promise<MyMeeting> {
  const [raw] = await em.execute<Raw[]>(
    `select r.id, r.state, r.organisation_id as "organisationId", r.interpreter, r.interpreter_late as "interpreterLate", r.has_needs as "hasNeeds",
       case when r.state = 'WAITING' then (select count(*)::int from rsvp w where w.meeting_id = m.id and w.state = 'WAITING' and w.place <= r.place) end
         as "waitingPlace",
       (select a.id from attendance a where a.meeting_id = m.id and a.person_id = p.id) as "attendanceId",
       b.arrangement_id as "arrangementId", b.choice as ballot
     from meeting m join person p on p.id = ? left join rsvp r on r.meeting_id = m.id and r.person_id = p.id
       left join arrangement v on v.meeting_id = m.id and v.state = 'VOTING'
       left join ballot b on b.arrangement_id = v.id and b.person_id = p.id
     where m.id = ?`,
    [personId, meetingId],
  );
  return { cursor, attendanceId: raw?.attendanceId ?? null, ...ownParts(raw) };
}

function ownParts(raw: Raw | undefined): Pick<MyMeeting, 'rsvp' | 'ballot'> {
  const { id, state, organisationId, waitingPlace = null, arrangementId, ballot } = raw ?? {};
  const flags = {
    interpreter: raw?.interpreter === true,
    interpreterLate: raw?.interpreterLate === true,
    hasNeeds: raw?.hasNeeds === true,
  };
  return {
    rsvp: id && state && organisationId ? { id, state, organisationId, waitingPlace, ...flags } : null,
    ballot: arrangementId && ballot ? { arrangementId, ballot } : null,
  };
}

/** The caller's own part of a meeting. @throws AppError as `expectMeeting` */
export async function readMyMeeting(ctx: Context, id: string): Promise<MyMeeting> {
  const { cursor } = ctx.services.feed;
  await expectMeeting(ctx, id);
  const { personId } = ctx.actor;
  if (personId === null) throw notFound();
  return findMine(ctx.em, id, personId, cursor);
}
