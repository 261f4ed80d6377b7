import { newId } from '@ww/shared/id';
import type { Em } from '../platform/orm.ts';
import { Person } from './person.entity.ts';

/**
 * An account, written in the caller's transaction: better-auth's user and password, and our person, all or none.
 * (Through better-auth's own sign-up it could not be one transaction with the grant; see docs/adr.) Whoever has no
 * password signs in by one-time links.
 */
export async function createAccount(
  em: Em,
  account: { id: string; name: string; email: string; passwordHash: string | null },
  now: Date,
): Promise<Person> {
  const { id, name, email, passwordHash } = account;
  await em.execute(`insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt") values (?, ?, ?, true, ?, ?)`, [
    id,
    name,
    email,
    now,
    now,
  ]);
  if (passwordHash !== null) {
    await em.execute(
      `insert into auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt") values (?, ?, 'credential', ?, ?, ?, ?)`,
      [newId(now.getTime()), id, id, passwordHash, now, now],
    );
  }
  const person = Person.create(id, name, email, now);
  em.persist(person);
  await em.flush();
  return person;
}
