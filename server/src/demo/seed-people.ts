import { hashPassword } from 'better-auth/crypto';
import { newId } from '@ww/shared/id';
import type { Role } from '@ww/shared/roles';
import type { Em } from '../platform/orm.ts';
import { insertRows } from './insert-rows.ts';
import { DEMO_PASSWORD, demoPeople } from './people.ts';
import type { Dice } from './random.ts';

/** Someone of the demo with the id of their account. */
export interface SeededPerson {
  id: string;
  displayName: string;
  role: Role;
  /** As the list of demo people names it: an organisation or a place by its key. */
  scope: string | null;
  email: string;
  home: string | null;
}

const DAY = 86_400_000;

/**
 * Accounts with their roles, as `createAccount` and `giveRole` write them one by one.
 * @param scopes ids of the organisations and places that are somebody's scope, by key
 */
export async function seedPeople(em: Em, dice: Dice, scopes: ReadonlyMap<string, string>, now: Date): Promise<SeededPerson[]> {
  const password = await hashPassword(DEMO_PASSWORD);
  const people = demoPeople().map((person) => {
    const since = new Date(now.getTime() - dice.int(20, 400) * DAY - dice.int(0, DAY));
    return { ...person, since, id: newId(since.getTime()) };
  });
  await insertAccounts(
    em,
    people.map(({ id, name, email, role, scope, since }) => {
      const held = role === 'VOLUNTEER' ? id : scope && (scopes.get(scope) ?? scope);
      return { id, name, email, role, scope: held, since };
    }),
  );
  await insertRows(
    em,
    'auth.account',
    people.map(({ id, since }) => ({
      id: newId(since.getTime()),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password,
      createdAt: since,
      updatedAt: since,
    })),
  );
  return people.map(({ id, name, role, scope, email, home }) => ({ id, displayName: name, role, scope, email, home: home ?? null }));
}

interface Account {
  id: string;
  name: string;
  email: string;
  role: Role;
  scope: string | null;
  since: Date;
}

/** Accounts with a role each and without a password: nobody signs in with one. */
export async function insertAccounts(em: Em, accounts: readonly Account[]): Promise<void> {
  await insertRows(
    em,
    'auth."user"',
    accounts.map(({ id, name, email, since }) => ({ id, name, email, emailVerified: true, createdAt: since, updatedAt: since })),
  );
  await insertRows(
    em,
    'person',
    accounts.map(({ id, name, email, since }) => ({ id, display_name: name, email, created_at: since })),
  );
  await insertRows(
    em,
    'role_grant',
    accounts.map(({ id, role, scope, since }) => ({ id: newId(since.getTime()), person_id: id, role, scope, created_at: since })),
  );
}
