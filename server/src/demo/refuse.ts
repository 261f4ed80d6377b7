import type { Orm } from '../platform/orm.ts';
import { demoPeople } from './people.ts';

/** Demo accounts have a published password. @throws Error when the database of a production server holds any. */
export async function refuseDemoAccounts(orm: Orm): Promise<void> {
  const emails = demoPeople().map((person) => person.email);
  const found = await orm.em
    .fork()
    .execute<unknown[]>(`select 1 from person where email in (${emails.map(() => '?').join(', ')}) limit 1`, emails);
  if (found.length > 0)
    throw new Error(
      'This database holds demo accounts, whose password is public. Production needs a database of its own: give another DATABASE_URL.',
    );
}
