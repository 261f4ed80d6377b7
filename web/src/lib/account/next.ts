import { districtsWhere, POLICY, type Action } from '@ww/shared/policy';
import { isRole, type Grant } from '@ww/shared/roles';

/** Where `?dalej=` leads: a path of ours, or null. Anything that a browser would take for another origin is refused. */
export function safeNext(wanted: string | null): string | null {
  if (!wanted?.startsWith('/')) return null;
  const here = 'https://here.invalid';
  const url = URL.parse(wanted, here);
  if (url?.origin !== here) return null;
  // `/.//elsewhere` is ours until its dots are resolved; what is left must not name a host
  const path = url.pathname + url.search + url.hash;
  return path.startsWith('//') ? null : path;
}

interface Granted {
  personId: string;
  grants: readonly { role: string; scope: string | null }[];
  /** Districts in whose Network they are. */
  networks: readonly string[];
}

/** The API's grants as the policy reads them. */
export function actorOf({ personId, grants, networks }: Granted) {
  const held = grants.filter((grant): grant is Grant => isRole(grant.role));
  const inside = networks.map((scope): Grant => ({ role: 'NETWORK_MEMBER', scope }));
  return { personId, grants: [...held, ...inside] };
}

/** Whether something is allowed anywhere at all: what the navigation shows. */
export function anywhere(actor: ReturnType<typeof actorOf>, action: Parameters<typeof districtsWhere>[1]): boolean {
  const where = districtsWhere(actor, action);
  return where === 'all' || where.length > 0;
}

/** Whether some role of theirs allows it, in whatever scope: also an organisation's or one's own. */
const holds = (actor: ReturnType<typeof actorOf>, action: Action) => actor.grants.some(({ role }) => POLICY[role].includes(action));

/** Whether the pages of Networks have something for them: they are in one, may ask to be, or switch them on and off. */
export const seesNetworks = (actor: ReturnType<typeof actorOf>): boolean =>
  anywhere(actor, 'network.read') || holds(actor, 'membership.write') || holds(actor, 'network.set');

/** Whether the pages of places have something for them besides what everybody finds there. */
export const seesPlaces = (actor: ReturnType<typeof actorOf>): boolean =>
  holds(actor, 'place.read') || holds(actor, 'place.open') || holds(actor, 'booking.request-for');

/** The page where somebody's work is. */
export function landingOf(actor: ReturnType<typeof actorOf>): string {
  if (anywhere(actor, 'request.read') || anywhere(actor, 'counts.read-suppressed')) return '/pulpit';
  if (anywhere(actor, 'audit.read')) return '/dziennik';
  if (holds(actor, 'pool.write')) return '/wolontariusze';
  if (holds(actor, 'place.read')) return '/przestrzenie';
  if (holds(actor, 'mine.read')) return '/moje';
  return '/ustawienia';
}
