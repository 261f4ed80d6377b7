import { minutesWithin, spansOf } from '@ww/shared/spans';
import { fromWarsaw, inWarsaw } from '@ww/shared/time';
import { warsawDay } from '@ww/shared/week';
import type { Em } from '../platform/orm.ts';
import type { HelpRequest } from '../request/help-request.entity.ts';
import type { Visit } from './visit.ts';

/** A pool that has somebody left for a visit. */
export interface FreePool {
  id: string;
  organisationId: string;
  organisationName: string;
  peopleLeft: number;
}

interface Row extends Omit<FreePool, 'peopleLeft'> {
  headcount: number;
  taken: number;
  from: number;
  to: number;
}

/** Pools for the request's district and kind whose hours on the visit's first day leave time for it, with people left on that day. */
export async function freePools(em: Em, request: Pick<HelpRequest, 'district' | 'kind'>, visit: Visit): Promise<FreePool[]> {
  const day = warsawDay(visit.from);
  const starts = inWarsaw(visit.from).startOfDay();
  const rows = await em.execute<Row[]>(
    `select p.id, p.organisation_id as "organisationId", o.name as "organisationName", p.headcount, p.from_minute as "from", p.to_minute as "to",
       (select count(*)::int from offer f left join task t on t.offer_id = f.id where f.pool_id = p.id
          and (f.state = 'OPEN' or (t.state in ('ACCEPTED', 'ON_THE_WAY') and t.from_at >= ? and t.from_at < ?))) as taken
     from volunteer_pool p join organisation o on o.id = p.organisation_id
     where p.ended_at is null and p.districts @> array[?]::text[] and p.kinds @> array[?]::text[] and ? = any(p.weekdays)
       and p.from_day <= ?::date and p.to_day >= ?::date order by o.name, p.id`,
    [
      fromWarsaw(starts.toPlainDateTime()),
      fromWarsaw(starts.add({ days: 1 }).toPlainDateTime()),
      request.district,
      request.kind,
      starts.dayOfWeek,
      day,
      day,
    ],
  );
  return rows.flatMap(({ headcount, taken, from, to, ...pool }) => {
    const hasTime = minutesWithin(spansOf(day, [{ from, to }]), visit.from, visit.to) >= visit.minutes;
    return hasTime && headcount > taken ? [{ ...pool, peopleLeft: headcount - taken }] : [];
  });
}
