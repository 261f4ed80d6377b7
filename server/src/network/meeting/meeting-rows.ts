import type { MeetingState, MinutesState } from '@ww/shared/network/terms';
import type { Em } from '../../platform/orm.ts';
import type { MeetingRow } from './meeting.types.ts';

type Raw = Omit<MeetingRow, 'startsAt' | 'endsAt' | 'signUpUntil' | 'movedFrom' | 'startedAt' | 'endedAt' | 'state' | 'minutes'> & {
  state: MeetingState;
  minutes: MinutesState | null;
  startsAt: Date | string;
  endsAt: Date | string;
  signUpUntil: Date | string;
  movedFrom: Date | string | null;
  startedAt: Date | string | null;
  endedAt: Date | string | null;
};

const orNull = (instant: Date | string | null): Date | null => (instant === null ? null : new Date(instant));

/** Meetings with what is counted in them. One statement. @param where of `meeting m` */
export async function meetingRows(em: Em, where: string, values: readonly unknown[]): Promise<MeetingRow[]> {
  const rows = await em.execute<Raw[]>(
    `select m.id, m.version, m.details_version as "detailsVersion", m.district, m.title, m.place, m.online, m.starts_at as "startsAt",
       m.ends_at as "endsAt", m.seats, m.sign_up_until as "signUpUntil", m.state, m.cancel_reason as "cancelReason",
       m.moved_from as "movedFrom", m.started_at as "startedAt", m.ended_at as "endedAt", n.state as minutes,
       coalesce(r.accepted, 0) as accepted, coalesce(r.waiting, 0) as waiting,
       coalesce(i.planned, 0) as "plannedMinutes", coalesce(i.proposals, 0) as proposals
     from meeting m left join minutes n on n.meeting_id = m.id
       left join lateral (select count(*) filter (where state = 'ACCEPTED')::int as accepted, count(*) filter (where state = 'WAITING')::int as waiting
         from rsvp where meeting_id = m.id) r on true
       left join lateral (select sum(minutes) filter (where state not in ('PROPOSED', 'REFUSED'))::int as planned,
         count(*) filter (where state = 'PROPOSED')::int as proposals from agenda_item where meeting_id = m.id) i on true
     where ${where}`,
    [...values],
  );
  return rows.map((row) => ({
    ...row,
    startsAt: new Date(row.startsAt),
    endsAt: new Date(row.endsAt),
    signUpUntil: new Date(row.signUpUntil),
    movedFrom: orNull(row.movedFrom),
    startedAt: orNull(row.startedAt),
    endedAt: orNull(row.endedAt),
  }));
}
