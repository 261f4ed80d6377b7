import { fork, type ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, startServer } from '../support/server-process.ts';
import { startPostgres } from '../support/postgres.ts';
import { createDatabase } from '../support/postgres-database.ts';

export const SECRET = 'bench-only-secret-bench-only-secret';

/** A database with the demo city in it, and the real server on it. */
export async function openHouse() {
  const postgres = await startPostgres();
  const databaseUrl = await createDatabase(postgres.url);
  const server = await startServer({ env: { DATABASE_URL: databaseUrl, DEMO: '1', SECRET } });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  return {
    databaseUrl,
    server,
    pool,
    async close() {
      await pool.end();
      await server.stop();
      await postgres.stop();
    },
  };
}

/** The cookie of someone with this role in this district. */
export async function signedIn(pool: pg.Pool, role: string, district: string): Promise<string> {
  const { rows } = await pool.query<{ person_id: string }>('select person_id from role_grant where role = $1 and scope = $2 limit 1', [
    role,
    district,
  ]);
  const token = crypto.randomUUID().replaceAll('-', '');
  await pool.query(
    `insert into auth.session (id, token, "userId", "expiresAt") values (gen_random_uuid(), $1, $2, now() + interval '1 day')`,
    [token, rows[0]?.person_id],
  );
  return `ww.session_token=${encodeURIComponent(`${token}.${createHmac('sha256', SECRET).update(token).digest('base64')}`)}`;
}

/** A script of this folder as a process of its own, with messages to and fro. */
export function start(script: string, args: string[] = []): ChildProcess {
  const child = fork(join(import.meta.dirname, script), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  process.once('exit', () => child.kill('SIGKILL'));
  child.once('exit', (code) => {
    if (code) throw new Error(`${script} ended with ${code}`);
  });
  return child;
}

export async function startRival(kind: 'stock' | 'plain', databaseUrl: string): Promise<{ port: number; child: ChildProcess }> {
  const port = await freePort();
  const child = start('rival.ts', [kind, databaseUrl, String(port), SECRET]);
  await once(child, 'message');
  return { port, child };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
