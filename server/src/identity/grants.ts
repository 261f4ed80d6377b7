import { newId } from '@ww/shared/id';
import type { Role } from '@ww/shared/roles';
import type { Tx } from '../platform/command.ts';
import type { Em } from '../platform/orm.ts';
import type { AuditOf } from '../platform/outbox.ts';
import type { RoleGrant } from './grant.entity.ts';

/** Gives a role; giving it twice changes nothing. Returns the grant's id. */
export async function giveRole(em: Em, personId: string, role: Role, scope: string | null, now: Date): Promise<string> {
  const id = newId(now.getTime());
  await em.execute(
    'insert into role_grant (id, person_id, role, scope, created_at) values (?, ?, ?, ?, ?) on conflict on constraint role_grant_once do nothing',
    [id, personId, role, scope, now],
  );
  const [row] = await em.execute<{ id: string }[]>(
    'select id from role_grant where person_id = ? and role = ? and scope is not distinct from ?',
    [personId, role, scope],
  );
  return row?.id ?? id;
}

/**
 * Takes a role away: open sockets of the person close within seconds; their account and history stay.
 * @param grant with its person
 */
export function takeRole(tx: Tx, grant: RoleGrant, about: AuditOf): { id: string } {
  tx.em.remove(grant);
  tx.event({ topic: 'access', subjectId: grant.person.id, scope: grant.scope ?? null, version: 1 });
  tx.audit({ ...about, reason: grant.role, toName: grant.person.unwrap().displayName });
  return { id: grant.id };
}
