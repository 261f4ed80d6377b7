import { newId } from '@ww/shared/id';
import type { Role } from '@ww/shared/roles';
import { createAccount } from '../identity/account.ts';
import { giveRole } from '../identity/grants.ts';
import { addLink } from '../identity/links.ts';
import { Person } from '../identity/person.entity.ts';
import type { Tx } from '../platform/command.ts';

/** Whoever has this address, or a new account without a password. @param email in small letters */
export async function accountFor(tx: Tx, name: string, email: string): Promise<Person> {
  // Two who add one person at once must make one account.
  await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`account:${email}`]);
  const person = await tx.em.findOne(Person, { email });
  return person ?? createAccount(tx.em, { id: newId(tx.now.getTime()), name, email, passwordHash: null }, tx.now);
}

/** Gives a role and sends the link that lets the person in; their open pages learn of it within seconds. */
export async function letIn(tx: Tx, person: Person, role: Role, scope: string): Promise<void> {
  await giveRole(tx.em, person.id, role, scope, tx.now);
  addLink(tx, person.id, 'INVITATION');
  tx.event({ topic: 'access', subjectId: person.id, scope: null, version: 1 });
}
