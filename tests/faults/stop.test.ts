import pg from 'pg';
import { inject, describe, expect, it } from 'vitest';
import { dataOf } from '../support/client.ts';
import { LiveClient } from '../support/live-client.ts';
import { createDatabase } from '../support/postgres-database.ts';
import { intakeNow, signInAt, type Created } from '../support/remote.ts';
import { CREATE } from '../support/requests.ts';
import { startServer } from '../support/server-process.ts';

describe('a server that is asked to stop', () => {
  it('finishes what is under way, sends sockets elsewhere, takes nothing new, and ends well', async () => {
    const databaseUrl = await createDatabase(inject('postgresUrl'));
    const server = await startServer({ env: { DATABASE_URL: databaseUrl, DEMO: '1' } });
    const anna = await signInAt(server.url);
    const client = await LiveClient.open(server, anna);
    const db = new pg.Client({ connectionString: databaseUrl });
    await db.connect();
    await db.query('begin');
    await db.query(`select 1 from district_counter where district = 'wlochy' for update`);
    const input = intakeNow();
    const underWay = anna.send<Created>(CREATE, { input });
    while (!(await db.query(`select 1 from pg_locks where not granted`)).rowCount) await new Promise((resolve) => setTimeout(resolve, 20));

    const ended = server.stop();
    const { code } = await client.closed;
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await db.query('commit');
    const released = performance.now();

    expect(code).toBe(1012);
    expect(dataOf(await underWay).createRequest.id).toBe(input.id);
    expect(await ended).toBe(0);
    expect(performance.now() - released).toBeLessThan(5_000);
    expect((await db.query('select 1 from help_request where id = $1', [input.id])).rowCount).toBe(1);
    await db.end();
  });

  it('ends well and soon when nothing is under way', async () => {
    const server = await startServer({ env: { DATABASE_URL: await createDatabase(inject('postgresUrl')), DEMO: '0' } });
    const from = performance.now();

    expect(await server.stop()).toBe(0);

    expect(performance.now() - from).toBeLessThan(6_000);
  });
});
