import { districtBySlug } from '@ww/shared/district';
import { can, type Action } from '@ww/shared/policy';
import { comparePolish } from '@ww/shared/polish';
import { warsawDay } from '@ww/shared/week';
import type { Context } from '../platform/context.ts';
import { demand, demandSignedIn } from '../platform/demand.ts';
import { notFound } from '../platform/errors.ts';
import type { Em } from '../platform/orm.ts';
import { Organisation } from './organisation.entity.ts';
import type { OrganisationView } from './organisation.types.ts';
import { VolunteerPool } from './pool.entity.ts';

/** Pools that are offered still, today or later, those that start first at the top. */
export function poolsOf(em: Em, organisations: readonly string[], now: Date): Promise<VolunteerPool[]> {
  const open = { organisationId: { $in: [...organisations] }, endedAt: null, toDay: { $gte: warsawDay(now) } };
  return em.find(VolunteerPool, open, { orderBy: { fromDay: 'asc', fromMinute: 'asc', id: 'asc' }, disableIdentityMap: true });
}

interface Counted {
  id: string;
  volunteers: number;
  coordinators: string[];
}

/** Organisations by name, with what hangs on them. Three statements. */
async function views(em: Em, where: object, now: Date): Promise<OrganisationView[]> {
  const found = await em.find(Organisation, where, { disableIdentityMap: true });
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const counted = await em.execute<Counted[]>(
    `select o.id, (select count(*)::int from volunteer v where v.organisation_id = o.id and v.ended_at is null) as volunteers,
       (select coalesce(json_agg(p.display_name order by g.created_at, p.id), '[]') from role_grant g join person p on p.id = g.person_id
        where g.role = 'ORGANISATION_COORDINATOR' and g.scope = o.id::text) as coordinators
     from organisation o where o.id in (${ids.map(() => '?').join(', ')})`,
    ids,
  );
  const byId = new Map(counted.map((row) => [row.id, row]));
  const pools = await poolsOf(em, ids, now);
  return found
    .toSorted((a, b) => comparePolish(a.name, b.name))
    .map((row) => ({
      row,
      volunteers: byId.get(row.id)?.volunteers ?? 0,
      coordinators: byId.get(row.id)?.coordinators ?? [],
      pools: pools.filter((pool) => pool.organisationId === row.id),
    }));
}

/** Organisations that a district registered, or that serve it. */
export async function readOrganisations(ctx: Context, district: string): Promise<OrganisationView[]> {
  demand(ctx, 'organisation.read', { district });
  if (!districtBySlug(district)) throw notFound();
  return views(ctx.em, { $or: [{ district }, { districts: { $contains: [district] } }] }, ctx.services.clock.now());
}

/** Those that the caller coordinates. */
export async function readMyOrganisations(ctx: Context): Promise<OrganisationView[]> {
  const { grants } = demandSignedIn(ctx);
  const own = grants.flatMap(({ role, scope }) => (role === 'ORGANISATION_COORDINATOR' && scope !== null ? [scope] : []));
  if (own.length === 0) throw notFound();
  const seen = own.filter((organisation) => can(ctx.actor, 'organisation.read', { organisation }));
  return views(ctx.em, { id: { $in: seen } }, ctx.services.clock.now());
}

/** One that was just registered, or whose pools were changed; a repeated key comes here too, so who asks is looked at again. */
export async function readOrganisation(ctx: Context, id: string, action: Action): Promise<OrganisationView> {
  const [view] = await views(ctx.em, { id }, ctx.services.clock.now());
  const subject = view && { organisation: id, district: view.row.district };
  if (!subject || !can(ctx.actor, action, subject)) throw notFound();
  return view;
}
