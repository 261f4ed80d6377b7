import { comparePolish } from '@ww/shared/polish';
import type { Context } from '../platform/context.ts';
import { demand } from '../platform/demand.ts';
import type { Em } from '../platform/orm.ts';
import type { Colleague } from './request.types.ts';
import type { Staff } from './giver.ts';

/** The Team of a district with the load of each: whom a request can be assigned to, the least loaded first. */
export async function readColleagues(ctx: Context, district: string): Promise<Colleague[]> {
  demand(ctx, 'request.assign', { district });
  const team = await ctx.em.execute<Colleague[]>(
    `select p.id as "personId", p.display_name as "displayName", min(g.role) as role,
       (select count(*)::int from help_request r where r.assignee_id = p.id and r.state in ('ACCEPTED', 'IN_PROGRESS')) as "openTasks"
     from role_grant g join person p on p.id = g.person_id
     where g.scope = ? and g.role in ('TEAM_MEMBER', 'DISTRICT_COORDINATOR')
     group by p.id, p.display_name`,
    [district],
  );
  return team.toSorted((a, b) => a.openTasks - b.openTasks || comparePolish(a.displayName, b.displayName));
}

/** Someone of the district's Team; null for anyone else. */
export async function findColleague(em: Em, district: string, personId: string): Promise<Staff | null> {
  const [row] = await em.execute<Staff[]>(
    `select p.id, p.display_name as "displayName" from person p
     where p.id = ? and exists (select 1 from role_grant g where g.person_id = p.id and g.scope = ? and g.role in ('TEAM_MEMBER', 'DISTRICT_COORDINATOR'))`,
    [personId, district],
  );
  return row ?? null;
}

/** A volunteer as the holder of a request; null once they no longer help. */
export async function findVolunteerName(em: Em, id: string): Promise<Staff | null> {
  const [row] = await em.execute<Staff[]>('select id, display_name as "displayName" from volunteer where id = ? and ended_at is null', [
    id,
  ]);
  return row ?? null;
}
