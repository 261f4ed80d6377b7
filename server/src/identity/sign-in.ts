import type { IncomingHttpHeaders } from 'node:http';
import type { Grant } from '@ww/shared/roles';
import type { SignedIn } from '../platform/context.ts';
import type { Orm } from '../platform/orm.ts';
import type { Auth } from './auth.ts';

/** Who sends this request, from its session cookie; null when signed out. */
export async function signedInFrom(auth: Auth, orm: Orm, headers: IncomingHttpHeaders): Promise<SignedIn | null> {
  if (!headers.cookie) return null;
  const found = await auth.api.getSession({ headers: new Headers({ cookie: headers.cookie }) });
  if (!found) return null;
  const { session } = found;
  const rows = await orm.em
    .fork()
    .execute<{ display_name: string; email: string; id: string | null; role: Grant['role']; scope: string | null }[]>(
      `select p.display_name, p.email, g.id, g.role, g.scope from person p left join standing g on g.person_id = p.id where p.id = ? order by g.created_at, g.id`,
      [session.userId],
    );
  const [first] = rows;
  if (!first) return null;
  const held = rows.flatMap(({ id, role, scope }) => (id ? [{ id, role, scope }] : []));
  return {
    personId: session.userId,
    displayName: first.display_name,
    email: first.email,
    sessionId: session.id,
    grantIds: held,
    grants: [
      { role: 'ANYONE', scope: null },
      { role: 'SIGNED_IN', scope: session.userId },
      ...held.map(({ role, scope }) => ({ role, scope })),
    ],
  };
}
