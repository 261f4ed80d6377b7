import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** An empty database in the run's cluster. */
export async function createDatabase(superuserUrl: string): Promise<string> {
  const name = `ww_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.href;
}
