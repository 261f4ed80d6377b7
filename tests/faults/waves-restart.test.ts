import { newId } from '@ww/shared/id';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dataOf } from '../support/client.ts';
import { START_WAVES, type DispatchSeen } from '../support/dispatch.ts';
import { createDatabase } from '../support/postgres-database.ts';
import { intakeNow, signInAt, type Created, type RemoteActor } from '../support/remote.ts';
import { CREATE } from '../support/requests.ts';
import { startServer, type ServerProcess } from '../support/server-process.ts';
import { newcomer, rosterDocument, type RosterMutation } from '../support/volunteers.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 }));
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface Asked {
  state: string;
  wave: number;
  nextAt: Date;
  endedAt: Date | null;
  offers: { wave: number; state: string; volunteer: string }[];
}

describe('waves over a server that is killed', () => {
  let server: ServerProcess;
  let db: pg.Client;
  let marta: RemoteActor;

  beforeAll(async () => {
    const databaseUrl = await createDatabase(inject('postgresUrl'));
    server = await startServer({ env: { DATABASE_URL: databaseUrl, DEMO: '1' } });
    db = new pg.Client({ connectionString: databaseUrl });
    await db.connect();
    marta = await signInAt(server.url, 'marta.zielonka@example.org');
  });
  afterAll(async () => {
    await db.end();
    await server.stop();
  });

  const tell = async (mutation: RosterMutation, input: object) =>
    dataOf(await marta.send(rosterDocument(mutation), { input: { key: newId(), ...input } }));

  /** Insured from today, free at every hour: whoever else the demo knows, there is somebody for each wave. */
  async function aVolunteer(): Promise<void> {
    const id = newId();
    const insured = { since: day(0), insuredUntil: day(60) };
    await tell('addVolunteer', newcomer({ id, ...insured, email: `${id}@example.org`, contact: 'EMAIL', invite: true }));
    const { rows } = await db.query<{ version: number }>('select version from volunteer where id = $1', [id]);
    await tell('setAvailability', { id, version: rows[0]?.version, weekly: WEEK, exceptions: [] });
  }

  async function searchOf(id: string): Promise<Asked> {
    const { rows } = await db.query<Asked>(
      `select state, wave, next_at as "nextAt", ended_at as "endedAt",
         (select json_agg(json_build_object('wave', f.wave, 'state', f.state, 'volunteer', f.volunteer_id) order by f.wave) from offer f
          where f.dispatch_id = d.id) as offers
       from dispatch d where d.id = $1`,
      [id],
    );
    if (!rows[0]) throw new Error('there is no such search');
    return rows[0];
  }

  async function until<T>(read: () => Promise<T>, is: (value: T) => boolean): Promise<T> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const value = await read();
      if (is(value)) return value;
      if (Date.now() > deadline) throw new Error(`not within 30 s: ${JSON.stringify(value)}\n${server.output()}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** While the server is down: as if the wave's minutes had passed, or nearly. */
  async function timeRunsOut(id: string, inSeconds: number): Promise<void> {
    const at = new Date(Date.now() + inSeconds * 1000);
    await db.query('update dispatch set next_at = $2 where id = $1', [id, at]);
    await db.query(`update offer set expires_at = $2 where dispatch_id = $1 and state = 'OPEN'`, [id, at]);
    await db.query(`update jobs.job set start_after = $2 where name = 'dispatch-advance' and state = 'created' and data->>'id' = $1`, [
      id,
      at,
    ]);
  }

  it('the next people are asked all the same, wave by wave, each once, and the request comes back when nobody is left', async () => {
    for (let each = 0; each < 3; each++) await aVolunteer();
    const input = intakeNow();
    dataOf(await marta.send<Created>(CREATE, { input }));
    const { dispatch } = dataOf(
      await marta.send<{ dispatch: DispatchSeen }>(START_WAVES, {
        input: { key: newId(), id: newId(), requestId: input.id, size: 1, minutes: 1 },
      }),
    );
    await until(
      () => db.query(`select 1 from jobs.job where name = 'dispatch-advance' and data->>'id' = $1`, [dispatch.id]),
      ({ rowCount }) => rowCount === 1,
    );

    // between two waves: the timer is set, and runs out while nobody is there to see it
    await server.killHard();
    await timeRunsOut(dispatch.id, -1);
    expect(await searchOf(dispatch.id)).toMatchObject({ state: 'RUNNING', wave: 1, offers: [{ wave: 1, state: 'OPEN' }] });
    server = await server.restart();
    const second = await until(
      () => searchOf(dispatch.id),
      ({ wave }) => wave > 1,
    );
    expect(second).toMatchObject({ state: 'RUNNING', wave: 2, offers: [{ state: 'EXPIRED' }, { state: 'OPEN' }] });

    // and at once after it was asked, whether its timer was set by then or not
    await server.killHard();
    await timeRunsOut(dispatch.id, 1);
    server = await server.restart();
    const third = await until(
      () => searchOf(dispatch.id),
      ({ wave }) => wave > 2,
    );
    expect(third).toMatchObject({ state: 'RUNNING', wave: 3, offers: [{ state: 'EXPIRED' }, { state: 'EXPIRED' }, { state: 'OPEN' }] });
    expect(new Set(third.offers.map(({ volunteer }) => volunteer)).size).toBe(3);

    // nobody else would be fit: the search ends with the last
    await db.query('update volunteer set ended_at = now() where id <> $1', [third.offers.at(-1)?.volunteer]);
    await server.killHard();
    await timeRunsOut(dispatch.id, 1);
    server = await server.restart();
    const over = await until(
      () => searchOf(dispatch.id),
      ({ state }) => state !== 'RUNNING',
    );
    expect(over).toMatchObject({ state: 'EXHAUSTED', wave: 3 });
    const { rows } = await db.query<{ state: string }>('select state from help_request where id = $1', [input.id]);
    expect(rows).toEqual([{ state: 'TRIAGED' }]);
    const { rows: advanced } = await db.query<{ count: string }>(
      `select count(*) from audit_entry where action = 'dispatch.advance' and outcome = 'DONE' and subject_id = $1`,
      [input.id],
    );
    expect(Number(advanced[0]?.count)).toBe(3);
  }, 180_000);
});
