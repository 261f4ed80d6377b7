import type { ClosedSpan, OpeningDay, OpeningWeek, PlaceClock } from '@ww/shared/place/clock';
import type { Em } from '../../platform/orm.ts';

interface Raw {
  closedOnHolidays: boolean;
  weeks: OpeningWeek[] | null;
  days: OpeningDay[] | null;
  closures: { from: string; to: string }[] | null;
}

/**
 * All that decides when a place is open, in one statement; null where there is no such place.
 * @param since closures that were over by then, and days before it, are left out
 */
export async function readClock(em: Em, placeId: string, since: Date): Promise<PlaceClock | null> {
  const [raw] = await em.execute<Raw[]>(
    `select p.closed_on_holidays as "closedOnHolidays",
       (select json_agg(json_build_object('from', w.from_day, 'until', w.until_day, 'weekly', w.weekly)) from opening_week w where w.place_id = p.id) as weeks,
       (select json_agg(json_build_object('day', d.day, 'hours', d.hours)) from opening_day d
         where d.place_id = p.id and d.day >= (? at time zone 'Europe/Warsaw')::date - 1) as days,
       (select json_agg(json_build_object('from', extract(epoch from c.from_at) * 1000, 'to', extract(epoch from least(c.to_at, coalesce(c.reopened_at, c.to_at))) * 1000)) from closure c
         where c.place_id = p.id and least(c.to_at, coalesce(c.reopened_at, c.to_at)) > greatest(c.from_at, ?)) as closures
     from place p where p.id = ?`,
    [since, since, placeId],
  );
  if (!raw) return null;
  const closures = (raw.closures ?? []).map(({ from, to }): ClosedSpan => ({ from: Math.round(Number(from)), to: Math.round(Number(to)) }));
  return { closedOnHolidays: raw.closedOnHolidays, weeks: raw.weeks ?? [], days: raw.days ?? [], closures };
}

/** As `readClock`, of a place that is there. */
export async function clockOf(em: Em, placeId: string, since: Date): Promise<PlaceClock> {
  const clock = await readClock(em, placeId, since);
  if (!clock) throw new Error('no such place');
  return clock;
}
