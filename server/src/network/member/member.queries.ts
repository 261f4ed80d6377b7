import { comparePolish } from '@ww/shared/polish';
import type { MembershipState } from '@ww/shared/network/terms';
import { can, POLICY, type Action } from '@ww/shared/policy';
import type { Actor } from '@ww/shared/roles';
import type { Context } from '../../platform/context.ts';
import { demand, demandSignedIn } from '../../platform/demand.ts';
import { notFound } from '../../platform/errors.ts';
import type { Em } from '../../platform/orm.ts';
import { expectRetry, type Revealed } from '../../platform/reveal.ts';
import type { NetworkMemberPage, NetworkMemberRow, NetworkSettings, NetworkView, RevealedMember } from './member.types.ts';
import { Network, NetworkMember, NetworkMemberPrivate } from './network.entity.ts';

/** What the directory shows: to the members who is inside, to who admits also who asks and who was asked. */
const INSIDE: readonly MembershipState[] = ['MEMBER'];
const INSIDE_AND_ASKED: readonly MembershipState[] = ['MEMBER', 'ASKED', 'INVITED'];
export const statesFor = (admits: boolean): readonly MembershipState[] => (admits ? INSIDE_AND_ASKED : INSIDE);

export const admits = (actor: Actor, district: string): boolean => can(actor, 'network.admit', { district });

type Row = Omit<NetworkMemberRow, 'organisation' | 'since'> & { since: Date | string; organisationId: string; organisationName: string };

/** Memberships by the organisation's name. One statement. */
async function memberRows(em: Em, where: string, values: readonly unknown[]): Promise<NetworkMemberRow[]> {
  const rows = await em.execute<Row[]>(
    `select m.id, m.version, m.district, m.state, m.since, m.does, o.id as "organisationId", o.name as "organisationName",
       (select coalesce(json_agg(p.display_name order by g.created_at, p.id), '[]') from role_grant g join person p on p.id = g.person_id
        where g.role = 'ORGANISATION_COORDINATOR' and g.scope = o.id::text) as coordinators,
       x.contact_email is not null as "hasEmail", x.contact_phone is not null as "hasPhone"
     from network_member m join organisation o on o.id = m.organisation_id left join network_member_private x on x.member_id = m.id
     where ${where}`,
    [...values],
  );
  return rows
    .map(({ organisationId: id, organisationName: name, since, ...row }) => ({
      ...row,
      since: new Date(since),
      organisation: { id, name },
    }))
    .toSorted((a, b) => comparePolish(a.organisation.name, b.organisation.name) || (a.id < b.id ? -1 : 1));
}

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/** The row as the audience may see it; null where it isn't in the directory (any more). */
export async function findMemberRow(em: Em, id: string, states: readonly MembershipState[]): Promise<NetworkMemberRow | null> {
  const [row] = await memberRows(em, `m.id = ? and m.state in (${marks(states)})`, [id, ...states]);
  return row ?? null;
}

/** A membership in whatever state. */
export async function findOwnMembership(em: Em, id: string): Promise<NetworkMemberRow | null> {
  const [row] = await memberRows(em, 'm.id = ?', [id]);
  return row ?? null;
}

export async function readNetworkMembers(ctx: Context, district: string): Promise<NetworkMemberPage> {
  demand(ctx, 'network.read', { district });
  const { cursor } = ctx.services.feed;
  const states = statesFor(admits(ctx.actor, district));
  return { cursor, rows: await memberRows(ctx.em, `m.district = ? and m.state in (${marks(states)})`, [district, ...states]) };
}

/** The organisations that the caller coordinates. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND` for whoever coordinates none. */
export function ownOrganisations(ctx: Context): string[] {
  demandSignedIn(ctx);
  const held = ctx.actor.grants.flatMap(({ role, scope }) => (role === 'ORGANISATION_COORDINATOR' && scope !== null ? [scope] : []));
  const own = held.filter((organisation) => can(ctx.actor, 'membership.write', { organisation })).toSorted();
  if (own.length === 0) throw notFound();
  return own;
}

/** Where the caller's organisations stand with each Network. */
export async function readMyMemberships(ctx: Context): Promise<NetworkMemberPage> {
  const own = ownOrganisations(ctx);
  const { cursor } = ctx.services.feed;
  return { cursor, rows: await memberRows(ctx.em, `m.organisation_id in (${marks(own)})`, own) };
}

/** A membership that was just changed; a repeated key comes here too, so who asks is looked at again. */
export async function readMember(ctx: Context, id: string): Promise<NetworkMemberRow> {
  const row = await findOwnMembership(ctx.em, id);
  const sees = row && (admits(ctx.actor, row.district) || can(ctx.actor, 'membership.write', { organisation: row.organisation.id }));
  if (!sees) throw notFound();
  return row;
}

/** A Network with its settings. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`. */
export async function readNetwork(ctx: Context, district: string, action: Action = 'network.read'): Promise<NetworkView> {
  demand(ctx, action, { district });
  const { cursor } = ctx.services.feed;
  const network = await ctx.em.findOne(Network, { district });
  if (!network) throw notFound();
  const { enabled, unansweredDays, version } = network;
  const [members, asked] = [
    await ctx.em.count(NetworkMember, { district, state: 'MEMBER' }),
    admits(ctx.actor, district) ? await ctx.em.count(NetworkMember, { district, state: 'ASKED' }) : null,
  ];
  return { district, enabled, unansweredDays, version, cursor, members, asked };
}

/** For who may sees which districts run a Network: whoever has to do with one, or may ask to be let in. */
const CONCERNED: readonly Action[] = ['network.read', 'network.set', 'membership.write'];

/** The Networks of all districts. @throws AppError `UNAUTHENTICATED`, `NOT_FOUND`. */
export async function readNetworks(ctx: Context): Promise<NetworkSettings[]> {
  demandSignedIn(ctx);
  if (!ctx.actor.grants.some(({ role }) => CONCERNED.some((action) => POLICY[role].includes(action)))) throw notFound();
  const networks = await ctx.em.find(Network, {}, { orderBy: { district: 'asc' } });
  return networks.map(({ district, enabled, unansweredDays, version }) => ({ district, enabled, unansweredDays, version }));
}

/**
 * How an organisation is reached, after the `reveal` command has written its audit entry. A repeated key comes here
 * without a new entry, so who asks and when is looked at again.
 * @throws AppError `NOT_FOUND`; `INVALID` on `key` when it is too old to be a retry.
 */
export async function readRevealed(ctx: Context, { id, revealedAt }: Revealed): Promise<RevealedMember> {
  const member = await ctx.em.findOne(NetworkMember, { id, state: 'MEMBER' });
  if (!member || !can(ctx.actor, 'network.reveal', { district: member.district })) throw notFound();
  expectRetry(ctx, revealedAt);
  const reached = await ctx.em.findOne(NetworkMemberPrivate, { memberId: id });
  return {
    ...{ id, revealedAt: new Date(revealedAt), name: reached?.contactName ?? null },
    ...{ email: reached?.contactEmail ?? null, phone: reached?.contactPhone ?? null },
  };
}
