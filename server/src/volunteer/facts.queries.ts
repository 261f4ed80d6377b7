import type { Span, WeeklyHours } from '@ww/shared/spans';
import type { Availability } from '@ww/shared/volunteer/availability';
import type { GatedVolunteer } from '@ww/shared/volunteer/gates';
import { warsawWeek } from '@ww/shared/week';
import type { Em } from '../platform/orm.ts';
import { exceptionDays } from './exception-days.ts';

/** What is known of a volunteer when somebody is looked for: no phone, no e-mail. */
export interface VolunteerFacts extends GatedVolunteer {
  id: string;
  personId: string | null;
  displayName: string;
  organisationName: string | null;
  lastAskedAt: Date | null;
  availability: Availability;
  /** Own active tasks. */
  busy: Span[];
}

interface Row extends Omit<GatedVolunteer, 'weekMinutes'> {
  id: string;
  personId: string | null;
  displayName: string;
  organisationName: string | null;
  lastAskedAt: Date | string | null;
  dutyUntil: Date | string | null;
  doneMinutes: number;
  weekly: WeeklyHours[];
  exceptions: { day: string; from: number | null; to: number | null }[];
  absences: { from: string; to: string }[];
  tasks: { from: string; to: string }[];
}

/** Who serves a district, or is held by it directly; takes the district twice. */
export const IN_DISTRICT = '(v.districts @> array[?]::text[] or (v.organisation_id is null and v.district = ?))';

/** Facts of volunteers who help still; `visitAt` names the week whose minutes count against the weekly limit. One statement. */
export async function readFacts(em: Em, where: string, values: readonly unknown[], visitAt: Date): Promise<VolunteerFacts[]> {
  const week = warsawWeek(visitAt);
  const rows = await em.execute<Row[]>(
    `select v.id, v.person_id as "personId", v.display_name as "displayName", o.name as "organisationName", v.last_asked_at as "lastAskedAt",
       v.duty_until as "dutyUntil", to_json(v.districts) as districts, to_json(v.kinds) as kinds, to_json(v.languages) as languages, to_json(v.limits) as limits,
       v.since::text as since, v.agreement_on::text as "agreementOn", v.insured_until::text as "insuredUntil", v.adult_on::text as "adultOn",
       v.guardian_consent_on::text as "guardianConsentOn", v.max_open as "maxOpen", v.weekly_minutes as "weeklyMinutes",
       (select count(*)::int from task t where t.volunteer_id = v.id and t.state in ('ACCEPTED', 'ON_THE_WAY')) as "openTasks",
       (select coalesce(sum(t.minutes), 0)::int from task t where t.volunteer_id = v.id and t.state = 'DONE' and t.ended_at >= ? and t.ended_at < ?) as "doneMinutes",
       (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'from', h.from_minute, 'to', h.to_minute) order by h.weekday, h.from_minute), '[]')
        from volunteer_hours h where h.volunteer_id = v.id) as weekly,
       (select coalesce(json_agg(json_build_object('day', e.day::text, 'from', e.from_minute, 'to', e.to_minute) order by e.day, e.from_minute), '[]')
        from volunteer_exception e where e.volunteer_id = v.id) as exceptions,
       (select coalesce(json_agg(json_build_object('from', a.from_day::text, 'to', a.to_day::text)), '[]') from volunteer_absence a where a.volunteer_id = v.id) as absences,
       (select coalesce(json_agg(json_build_object('from', t.from_at, 'to', t.to_at)), '[]') from task t where t.volunteer_id = v.id and t.state in ('ACCEPTED', 'ON_THE_WAY')) as tasks
     from volunteer v left join organisation o on o.id = v.organisation_id
     where v.ended_at is null and (${where})`,
    [week.from, week.to, ...values],
  );
  return rows.map((row) => toFacts(row, week));
}

function toFacts(
  { doneMinutes, weekly, exceptions, absences, tasks, dutyUntil, lastAskedAt, ...row }: Row,
  week: { from: Date; to: Date },
): VolunteerFacts {
  const busy = tasks.map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
  const planned = busy.filter(({ from }) => from >= week.from.getTime() && from < week.to.getTime());
  return {
    ...row,
    lastAskedAt: lastAskedAt === null ? null : new Date(lastAskedAt),
    availability: { weekly, exceptions: exceptionDays(exceptions), absences, dutyUntil: dutyUntil === null ? null : new Date(dutyUntil) },
    busy,
    weekMinutes: doneMinutes + planned.reduce((sum, { from, to }) => sum + Math.round((to - from) / 60_000), 0),
  };
}
