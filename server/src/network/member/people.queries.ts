import { comparePolish } from '@ww/shared/polish';
import type { Context } from '../../platform/context.ts';
import { demand } from '../../platform/demand.ts';
import type { Em } from '../../platform/orm.ts';
import type { NetworkPerson } from './people.types.ts';

/** Who is in a district's Network: its coordinators and those of the member organisations, by name. One statement. */
export async function networkPeople(em: Em, district: string): Promise<NetworkPerson[]> {
  const people = await em.execute<NetworkPerson[]>(
    `select p.id, p.display_name as "displayName", string_agg(distinct o.name, ', ' order by o.name) as organisation
     from standing s join person p on p.id = s.person_id
       left join (network_member m join role_grant g on g.scope = m.organisation_id::text and g.role = 'ORGANISATION_COORDINATOR'
         join organisation o on o.id = m.organisation_id) on m.district = s.scope and m.state = 'MEMBER' and g.person_id = p.id
     where s.role in ('DISTRICT_COORDINATOR', 'NETWORK_MEMBER') and s.scope = ? group by p.id, p.display_name`,
    [district],
  );
  return people.toSorted((a, b) => comparePolish(a.displayName, b.displayName) || (a.id < b.id ? -1 : 1));
}

/** As `networkPeople`, for someone inside. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`. */
export async function readNetworkPeople(ctx: Context, district: string): Promise<NetworkPerson[]> {
  demand(ctx, 'network.read', { district });
  return networkPeople(ctx.em, district);
}
