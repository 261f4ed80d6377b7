import { districtBySlug } from '@ww/shared/district';
import { TEAM_ROLES } from '@ww/shared/identity/input';
import { comparePolish } from '@ww/shared/polish';
import { can } from '@ww/shared/policy';
import { isRole, type Role } from '@ww/shared/roles';
import { Place } from '../place/place/place.entity.ts';
import type { Context } from '../platform/context.ts';
import { demand } from '../platform/demand.ts';
import { invalid, notFound, unauthenticated } from '../platform/errors.ts';
import { RATE_LIMITS } from '../platform/limits.ts';
import type { Em } from '../platform/orm.ts';
import { Invitation } from './invitation.entity.ts';
import type { InvitationPreview, Me, SessionView, TeamMember } from './identity.types.ts';

export function readMe(ctx: Context): Me | null {
  const { signedIn } = ctx;
  if (!signedIn) return null;
  const { personId, displayName, email, sessionId, grantIds } = signedIn;
  const grants = grantIds.flatMap(({ id, role, scope }) => (isRole(role) ? [{ id, role, scope }] : []));
  const networks = grantIds.flatMap(({ role, scope }) => (role === 'NETWORK_MEMBER' && scope !== null ? [scope] : []));
  return { personId, displayName, email, sessionId, grants, networks: [...new Set(networks)] };
}

interface SessionRow {
  id: string;
  createdAt: Date | string;
  updatedAt: Date | string;
  expiresAt: Date | string;
  userAgent: string | null;
}

/** Where the caller is signed in. Addresses are not shown: a device is told by its browser. */
export async function readSessions(ctx: Context): Promise<SessionView[]> {
  const { signedIn } = ctx;
  if (!signedIn || !can(ctx.actor, 'session.list', { person: signedIn.personId })) throw unauthenticated();
  const rows = await ctx.em.execute<SessionRow[]>(
    'select id, "createdAt", "updatedAt", "expiresAt", "userAgent" from auth.session where "userId" = ? and "expiresAt" > now() order by "updatedAt" desc limit 100',
    [signedIn.personId],
  );
  return rows.map((row) => ({
    id: row.id,
    createdAt: new Date(row.createdAt),
    lastSeenAt: new Date(row.updatedAt),
    expiresAt: new Date(row.expiresAt),
    device: describeDevice(row.userAgent ?? ''),
    current: row.id === signedIn.sessionId,
  }));
}

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/OPR\//, 'Opera'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** Browser and system by their own names, which are the same in every language. */
function describeDevice(userAgent: string): string {
  const named = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(', ') || userAgent.slice(0, 60);
}

/** Who holds one of the roles in a scope, by role and name. One statement. */
export async function holdersOf(em: Em, roles: readonly Role[], scope: string): Promise<TeamMember[]> {
  const rows = await em.execute<(Omit<TeamMember, 'since'> & { since: Date | string })[]>(
    `select g.id as "grantId", p.id as "personId", p.display_name as "displayName", p.email, g.role, g.created_at as since
     from role_grant g join person p on p.id = g.person_id
     where g.scope = ? and g.role in (${roles.map(() => '?').join(', ')}) order by g.role`,
    [scope, ...roles],
  );
  const holders = rows.map((row) => ({ ...row, since: new Date(row.since) }));
  return holders.toSorted((a, b) => (a.role === b.role ? comparePolish(a.displayName, b.displayName) : 0));
}

export async function readTeam(ctx: Context, district: string): Promise<TeamMember[]> {
  demand(ctx, 'team.read', { district });
  if (!districtBySlug(district)) throw notFound();
  return holdersOf(ctx.em, TEAM_ROLES, district);
}

/** Invitations that were sent for a district's Team in the last 30 days. */
export async function readInvitations(ctx: Context, district: string): Promise<Invitation[]> {
  demand(ctx, 'team.invite', { district });
  if (!districtBySlug(district)) throw notFound();
  const since = new Date(ctx.services.clock.now().getTime() - 30 * 86_400_000);
  return ctx.em.find(Invitation, { district, placeId: null, invitedAt: { $gte: since } }, { orderBy: { invitedAt: 'desc' }, limit: 100 });
}

/** An invitation that was just made, or is asked for again by its key. @throws AppError `NOT_FOUND` for whoever may no longer invite. */
export async function readInvitation(ctx: Context, { id }: { id: string }): Promise<Invitation> {
  const found = await ctx.em.findOne(Invitation, { id });
  if (!found || !mayInvite(ctx, found)) throw notFound();
  return found;
}

const mayInvite = ({ actor }: Context, { placeId, district }: Invitation): boolean =>
  placeId ? can(actor, 'staff.invite', { place: placeId }) : can(actor, 'team.invite', { district });

/** What the holder of an invitation's link may know. @throws AppError `INVALID` on `token`, `RATE_LIMITED`. */
export async function previewInvitation(ctx: Context, token: string): Promise<InvitationPreview> {
  await ctx.services.limiter.take(RATE_LIMITS.invitation, ctx.address);
  const id = ctx.services.secrets.invitationId(token);
  const found = id ? await ctx.em.findOne(Invitation, { id }) : null;
  if (!found?.isOpen(ctx.services.clock.now())) throw invalid([{ path: 'token', rule: 'token' }]);
  const { name, email, district, role } = found;
  return { name, email, district, placeName: await placeNameOf(ctx.em, found), role };
}

/** The name of the place whose staff it is to; null for a Team. */
export async function placeNameOf(em: Em, { placeId }: Pick<Invitation, 'placeId'>): Promise<string | null> {
  return placeId ? (await em.findOneOrFail(Place, { id: placeId })).name : null;
}
