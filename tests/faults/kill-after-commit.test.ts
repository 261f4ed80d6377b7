import pg from 'pg';
import { inject, describe, expect, it } from 'vitest';
import { dataOf } from '../support/client.ts';
import { createDatabase } from '../support/postgres-database.ts';
import { intakeNow, signInAt, type Created } from '../support/remote.ts';
import { CREATE } from '../support/requests.ts';
import { startServer } from '../support/server-process.ts';

describe('a command whose process is killed between commit and answer', () => {
  it('retried with its key at another process is done once, and answers what the first would have', async () => {
    const databaseUrl = await createDatabase(inject('postgresUrl'));
    const env = { DATABASE_URL: databaseUrl, DEMO: '1' };
    const [dying, other] = [await startServer({ env }), await startServer({ env })];
    const anna = await signInAt(dying.url);
    const db = new pg.Client({ connectionString: databaseUrl });
    await db.connect();
    // Holds every commit of an event inside PostgreSQL, at the last step before it: the position is taken under this lock.
    await db.query('begin');
    await db.query('select pg_advisory_xact_lock(4417)');
    const input = intakeNow();
    let answered = false;
    const first = anna.send<Created>(CREATE, { input }).then(
      () => (answered = true),
      () => undefined,
    );
    await until(
      async () => (await db.query(`select 1 from pg_locks where locktype = 'advisory' and objid = 4417 and not granted`)).rowCount === 1,
    );

    // Frozen, it can't read what PostgreSQL tells it; let go, PostgreSQL commits all the same.
    dying.child.kill('SIGSTOP');
    await db.query('commit');
    await until(
      async () => (await db.query('select 1 from command_key where key = $1 and answer is not null', [input.key])).rowCount === 1,
    );
    await dying.killHard();
    await first;
    expect(answered).toBe(false);
    const retried = dataOf(await anna.send<Created>(CREATE, { input }, other.url)).createRequest;
    const again = dataOf(await anna.send<Created>(CREATE, { input }, other.url)).createRequest;

    const { rows } = await db.query<{ answer: object }>('select answer from command_key where key = $1', [input.key]);
    expect(rows[0]?.answer).toMatchObject({ ...retried });
    expect(again).toEqual(retried);
    expect((await db.query('select 1 from help_request where id = $1', [input.id])).rowCount).toBe(1);
    expect((await db.query('select 1 from event where subject_id = $1', [input.id])).rowCount).toBe(1);
    expect((await db.query('select 1 from audit_entry where subject_id = $1', [input.id])).rowCount).toBe(1);
    await db.end();
    await other.stop();
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('waited for 10 s');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
