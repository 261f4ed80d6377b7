import pg from 'pg';
import type { Orm } from './orm.ts';

/** Any number that no other advisory lock of ours has. */
const LOCK = 4_418;

/** Brings the database up to date; of several processes that start at once, one does it and the others wait. Returns what was applied. */
export async function migrate(orm: Orm, databaseUrl: string | undefined): Promise<string[]> {
  if (!databaseUrl) return apply(orm);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await apply(orm);
  } finally {
    await client.end();
  }
}

async function apply(orm: Orm): Promise<string[]> {
  const applied = await orm.migrator.up();
  return applied.map(({ name }) => name);
}
