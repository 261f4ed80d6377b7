import { can } from '@ww/shared/policy';
import type { WeeklyHours } from '@ww/shared/spans';
import { warsawDay } from '@ww/shared/week';
import type { Context } from '../platform/context.ts';
import { demandSignedIn } from '../platform/demand.ts';
import { notFound } from '../platform/errors.ts';
import type { Em } from '../platform/orm.ts';
import type { AbsenceView, AvailabilityView } from './availability.types.ts';
import { exceptionDays } from './exception-days.ts';
import { subjectOf } from './volunteer-record.ts';
import { Volunteer } from './volunteer.entity.ts';

interface Row {
  weekly: WeeklyHours[];
  exceptions: { day: string; from: number | null; to: number | null }[];
  absences: AbsenceView[];
}

/** When the volunteer can help, from today on. One statement. */
export async function availabilityOf(em: Em, { id, version, dutyUntil }: Volunteer, now: Date): Promise<AvailabilityView> {
  const today = warsawDay(now);
  const [row] = await em.execute<Row[]>(
    `select
       (select coalesce(json_agg(json_build_object('weekday', weekday, 'from', from_minute, 'to', to_minute) order by weekday, from_minute), '[]')
        from volunteer_hours where volunteer_id = ?) as weekly,
       (select coalesce(json_agg(json_build_object('day', day::text, 'from', from_minute, 'to', to_minute) order by day, from_minute), '[]')
        from volunteer_exception where volunteer_id = ? and day >= ?) as exceptions,
       (select coalesce(json_agg(json_build_object('id', id, 'from', from_day::text, 'to', to_day::text) order by from_day, to_day, id), '[]')
        from volunteer_absence where volunteer_id = ? and to_day >= ?) as absences`,
    [id, id, today, id, today],
  );
  return {
    ...{ volunteerId: id, version, dutyUntil: dutyUntil && dutyUntil > now ? dutyUntil : null },
    weekly: row?.weekly ?? [],
    exceptions: exceptionDays(row?.exceptions ?? []),
    absences: row?.absences ?? [],
  };
}

/** What a command changed, as it is now. A repeated key comes here as well, so who asks is looked at again. */
export async function readAvailability(ctx: Context, { id }: { id: string }): Promise<AvailabilityView> {
  const volunteer = await ctx.em.findOne(Volunteer, { id });
  if (!volunteer || !can(ctx.actor, 'availability.write', subjectOf(volunteer))) throw notFound();
  return availabilityOf(ctx.em, volunteer, ctx.services.clock.now());
}

/** The signed-in volunteer's own; null for whoever no longer helps. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`. */
export async function readMyAvailability(ctx: Context): Promise<AvailabilityView | null> {
  const { personId } = demandSignedIn(ctx);
  if (!can(ctx.actor, 'mine.read', { person: personId })) throw notFound();
  const volunteer = await ctx.em.findOne(Volunteer, { personId, endedAt: null });
  return volunteer && availabilityOf(ctx.em, volunteer, ctx.services.clock.now());
}
