import type { Em } from '../../platform/orm.ts';

/** Whether somebody coordinates the district or an organisation of its Network. */
export async function isInNetwork(em: Em, personId: string, district: string): Promise<boolean> {
  const [found] = await em.execute<{ id: string }[]>(
    `select id from standing where person_id = ? and scope = ? and role in ('NETWORK_MEMBER', 'DISTRICT_COORDINATOR') limit 1`,
    [personId, district],
  );
  return found !== undefined;
}

/** An organisation of theirs in the district's Network, by name; null for whoever has none. */
export async function organisationNameOf(em: Em, personId: string, district: string): Promise<string | null> {
  const [found] = await em.execute<{ name: string }[]>(
    `select o.name from network_member m join organisation o on o.id = m.organisation_id
       join role_grant g on g.role = 'ORGANISATION_COORDINATOR' and g.scope = o.id::text
     where m.district = ? and m.state = 'MEMBER' and g.person_id = ? order by m.since, m.id limit 1`,
    [district, personId],
  );
  return found?.name ?? null;
}
