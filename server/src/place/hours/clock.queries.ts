import type { ClosedSpan, OpeningDay, OpeningWeek, PlaceClock } from '@ww/shared/place/clock';
import type { Em } from '../../platform/orm.ts';

interface Raw {
  placeId: string;
  closedOnHolidays: boolean;
  weeks: OpeningWeek[] | null;
  days: OpeningDay[] | null;
  closures: { from: string; to: string }[] | null;
}

/**
 * All that decides when places are open, in one statement, by the place's id; of every place without `placeId`.
 * @param since closures that were over by then, and days before it, are left out
 */
export async function readClocks(em: Em, since: Date, placeId: string | null = null): Promise<Map<string, PlaceClock>> {
  const rows = await em.execute<Raw[]>(
    `select p.id as "placeId", p.closed_on_holidays as "closedOnHolidays",
       (select json_agg(json_build_object('from', w.from_day, 'until', w.until_day, 'weekly', w.weekly)) from opening_week w where w.place_id = p.id) as weeks,
       (select json_agg(json_build_object('day', d.day, 'hours', d.hours)) from opening_day d
         where d.place_id = p.id and d.day >= (? at time zone 'Europe/Warsaw')::date - 1) as days,
       (select json_agg(json_build_object('from', extract(epoch from c.from_at) * 1000, 'to', extract(epoch from least(c.to_at, coalesce(c.reopened_at, c.to_at))) * 1000)) from closure c
         where c.place_id = p.id and least(c.to_at, coalesce(c.reopened_at, c.to_at)) > greatest(c.from_at, ?)) as closures
     from place p where ?::uuid is null or p.id = ?`,
    [since, since, placeId, placeId],
  );
  return new Map(
    rows.map(({ placeId: id, closedOnHolidays, weeks, days, closures }) => [
      id,
      { closedOnHolidays, weeks: weeks ?? [], days: days ?? [], closures: (closures ?? []).map(closedSpan) },
    ]),
  );
}

const closedSpan = ({ from, to }: { from: string; to: string }): ClosedSpan => ({
  from: Math.round(Number(from)),
  to: Math.round(Number(to)),
});

/** The clock of a place that is there; see `readClocks`. */
export async function clockOf(em: Em, placeId: string, since: Date): Promise<PlaceClock> {
  return knownClock(await readClocks(em, since, placeId), placeId);
}

/** @throws Error for a place that was not read. */
export function knownClock(clocks: ReadonlyMap<string, PlaceClock>, placeId: string): PlaceClock {
  const clock = clocks.get(placeId);
  if (!clock) throw new Error('no such place');
  return clock;
}
