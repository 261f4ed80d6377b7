import { newId } from '@ww/shared/id';
import { hashPassword } from 'better-auth/crypto';
import { createAccount } from '../identity/account.ts';
import { giveRole } from '../identity/grants.ts';
import type { Clock } from '../platform/clock.ts';
import type { Orm } from '../platform/orm.ts';
import { DEMO_PASSWORD, demoPeople } from './people.ts';

/** Fills an empty database with invented people and a believable city. Does nothing where anyone has an account. */
export async function seedDemo(orm: Orm, clock: Clock, say: (what: string) => void): Promise<void> {
  const [any] = await orm.em.fork().execute<unknown[]>('select 1 from person limit 1');
  if (any) return;
  const now = clock.now();
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const people = demoPeople();
  await orm.em.fork().transactional(async (own) => {
    const em = own as ReturnType<Orm['em']['fork']>;
    for (const { name, email, role, scope } of people) {
      const person = await createAccount(em, { id: newId(), name, email, passwordHash }, now);
      await giveRole(em, person.id, role, role === 'VOLUNTEER' ? person.id : scope, now);
    }
  });
  say(`demo: ${String(people.length)} invented people`);
}
