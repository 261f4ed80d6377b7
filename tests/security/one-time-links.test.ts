import { Secrets } from '@ww/server/platform/secrets';
import { sweep } from '@ww/server/platform/sweeper';
import { beforeEach, describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { aLink, askForLink, enterBy, linksOf, tokenIn } from '../support/links.ts';
import { useWorld } from '../support/world.ts';

describe('a one-time link', () => {
  const world = useWorld();
  beforeEach(() => world.orm.em.fork().execute('delete from jobs.job'));

  /** Every row of every table, ours, better-auth's and the jobs'. */
  async function everythingStored(): Promise<string> {
    const em = world.orm.em.fork();
    const tables = await em.execute<{ name: string }[]>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
       where table_schema in ('public', 'auth', 'jobs') and table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const rows: unknown[] = [];
    for (const { name } of tables) rows.push(await em.execute(`select * from ${name}`));
    return JSON.stringify(rows);
  }

  it('is neither stored nor logged: not its token, not the proof in it, before it is used and after', async () => {
    const kinga = await signIn(world, 'VOLUNTEER');
    dataOf(await askForLink(resident(world), kinga.email));
    await expect.poll(() => world.letters.length, { timeout: 15_000 }).toBe(1);
    const token = tokenIn(world.letters[0]?.text);
    const [id = '', proof = ''] = token.split('.');
    expect(proof).toHaveLength(43);

    const before = await everythingStored();
    expect((await enterBy(world, token)).status).toBe(200);
    await fetch(`${world.url}/wejscie?token=${token}`);
    await expect.poll(() => world.logs.filter((line) => line.includes('"GET"')).length).toBe(1);

    for (const kept of [before, await everythingStored()]) {
      expect(kept).toContain(id);
      expect(kept).not.toContain(proof);
    }
    expect(world.logs.join('')).toContain('/graphql');
    expect(world.logs.join('')).not.toContain(proof);
    expect(world.logs.join('')).not.toContain(kinga.email);
  });

  it('answers without the session’s token: only the cookie has it, kept from scripts', async () => {
    const kinga = await signIn(world, 'VOLUNTEER');
    const { body, attributes } = await enterBy(world, await aLink(world, kinga.personId));
    expect(body).toEqual({});
    expect(attributes).toContain('HttpOnly');
  });

  it('is of no use where another secret signs', async () => {
    const kinga = await signIn(world, 'VOLUNTEER');
    const [id = ''] = (await aLink(world, kinga.personId)).split('.');
    expect((await enterBy(world, new Secrets('another-secret-another-secret-xx').linkToken(id))).status).toBe(400);
  });

  it('is forgotten a day after its end', async () => {
    const kinga = await signIn(world, 'VOLUNTEER');
    await aLink(world, kinga.personId);
    await aLink(world, kinga.personId, 'INVITATION');
    world.clock.advance(86_400 + 900);
    await sweep(world.app.services);
    expect(await linksOf(world)).toHaveLength(2);
    world.clock.advance(1);
    await sweep(world.app.services);
    expect(await linksOf(world)).toMatchObject([{ purpose: 'INVITATION' }]);
    world.clock.advance(7 * 86_400);
    await sweep(world.app.services);
    expect(await linksOf(world)).toEqual([]);
  });
});
