import { createLogger } from '@ww/server/platform/log';
import { newId } from '@ww/shared/id';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { aSubmitted, CREATE, intake } from '../support/requests.ts';
import { watchSql } from '../support/sql-watch.ts';
import { useWorld } from '../support/world.ts';

const PERSONAL = ['Halina', 'Wilga', '220000134', '22 000 01 34', 'Krakowiaków', 'jabłka'];

describe('the logs', () => {
  const world = useWorld();
  const logged = () => world.logs.join('');
  const expectNothingPersonal = () => {
    for (const word of PERSONAL) expect(logged()).not.toContain(word);
  };

  it('hold nothing of a row that the database refused and quoted', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    await world.orm.em.fork().execute(`alter table request_private add constraint for_this_test check (person_name <> 'Halina Wilga')`);
    const answer = await anna.send(CREATE, { input: intake(world) });
    await world.orm.em.fork().execute('alter table request_private drop constraint for_this_test');

    const { code, requestId } = errorOf(answer);

    expect(code).toBe('INTERNAL');
    expect(logged()).toContain(requestId);
    expect(logged()).toContain('"code":"23514"');
    expectNothingPersonal();
    expect(JSON.stringify(answer)).not.toMatch(/23514|constraint|request_private/);
  });

  it('hold nothing of a statement that failed for another reason, such as a lost connection', () => {
    const text = `insert into request_private values ('Halina Wilga') - Connection terminated unexpectedly`;
    const error = world.orm.config.getPlatform().getExceptionConverter().convertException(new Error(text));
    const log = createLogger('error', { write: (line) => void world.logs.push(line) });

    log.error({ err: error }, 'unexpected error');

    expect(logged()).toContain('DriverException');
    expectNothingPersonal();
  });

  it('name a masked error by the id that the client gets', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    watchSql(world.orm).fail(/insert into "help_request"/);

    const { code, requestId } = errorOf(await anna.send(CREATE, { input: intake(world) }));

    expect(code).toBe('INTERNAL');
    const entry = world.logs
      .map((line) => JSON.parse(line) as { requestId?: string; level: string })
      .find((line) => line.requestId === requestId && line.level === 'error');
    expect(entry).toBeDefined();
    expectNothingPersonal();
  });

  it('hold no code, address, session or name of who did what', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { code } = await aSubmitted(world, resident(world, '198.51.100.77'));
    dataOf(await resident(world).send('query ($code: String!) { ownRequest(code: $code) { state } }', { code }));
    errorOf(await resident(world).send('query ($code: String!) { ownRequest(code: $code) { state } }', { code: 'ABCD-EFGH-JKMN' }));
    await fetch(`${world.url}/prosba/${code}`);
    dataOf(await anna.send(CREATE, { input: intake(world, { key: newId() }) }));

    expect(world.logs.length).toBeGreaterThan(0);
    expectNothingPersonal();
    for (const secret of [code, '198.51.100.77', anna.cookie.slice(20, 50), anna.name, anna.email ?? ''])
      expect(logged()).not.toContain(secret);
  });

  if (process.env.WW_TEST_DATABASE === 'postgres') {
    it('hold nothing of a statement whose connection was cut', async () => {
      const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
      const client = new pg.Client({ connectionString: world.databaseUrl ?? '' });
      await client.connect();
      // holds the counter, so that the intake waits with its statement open
      await client.query('begin');
      await client.query('lock table request_private in exclusive mode');
      const sent = anna.send(CREATE, { input: intake(world) });
      await waitForLock(client);
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      await client.query('rollback');
      await client.end();

      expect(errorOf(await sent).code).toBe('INTERNAL');
      expectNothingPersonal();
      expect(await world.orm.em.fork().execute('select 1 as one')).toEqual([{ one: 1 }]);
    });
  }
});

async function waitForLock(client: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (rowCount) return;
  }
}
