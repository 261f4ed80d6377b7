import { readConfig } from '@ww/server/platform/config';
import { sweep } from '@ww/server/platform/sweeper';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { openSession, resident, signIn } from '../support/actors.ts';
import { aSubmitted } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

const DAY = 86_400_000;

describe('what is kept', () => {
  const world = useWorld();
  const ask = (path: string) => fetch(`${world.url}${path}`);

  it('of sign-ins is gone a day after it is over', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const old = await openSession(world, anna.personId ?? '');
    const em = world.orm.em.fork();
    const at = (days: number) => new Date(Date.now() + days * DAY);
    await em.execute('update auth.session set "expiresAt" = ? where id = ?', [at(-1.1), old.sessionId]);
    await em.execute('update auth.session set "expiresAt" = ? where id = ?', [at(-0.9), anna.sessionId]);
    for (const days of [-1.1, -0.9]) {
      await em.execute('insert into auth.verification (id, identifier, value, "expiresAt") values (?, ?, ?, ?)', [
        newId(),
        `link ${String(days)}`,
        anna.personId,
        at(days),
      ]);
      await em.execute('insert into auth."rateLimit" (id, key, count, "lastRequest") values (?, ?, 1, ?)', [
        newId(),
        `address ${String(days)}`,
        at(days).getTime(),
      ]);
    }

    await sweep(world.app.services);

    expect(await em.execute('select id from auth.session')).toEqual([{ id: anna.sessionId }]);
    expect(await em.execute('select identifier from auth.verification')).toEqual([{ identifier: 'link -0.9' }]);
    expect(await em.execute('select key from auth."rateLimit"')).toEqual([{ key: 'address -0.9' }]);
  });

  it('of a path in the log is never a code, wherever it stands in it', async () => {
    const { code } = await aSubmitted(world, resident(world));
    const plain = code.replaceAll('-', '');
    for (const path of [
      `/prosba/${code}`,
      `/${code}`,
      `/${plain.toLowerCase()}`,
      `/prosba%2F${code}`,
      `/prosba;${code}`,
      `/prosba?kod=${code}`,
      `/en/prosba/${code}`,
    ])
      await ask(path);
    await expect.poll(() => world.logs.filter((line) => line.includes('"GET"')).length).toBe(7);

    expect(world.logs.join('\n').replaceAll('-', '').toUpperCase()).not.toContain(plain);
    expect(world.logs.filter((line) => line.includes('"route":"/prosba"'))).toHaveLength(2);
  });
});

describe('the secret for trying out', () => {
  const DATABASE_URL = 'postgres://ww:ww@127.0.0.1:5432/ww';
  const SECRET = 'k7v0Yh1VqgJ0b8Vb5Q1mC6tX2nS4pL9w';

  it.each([
    ['by its address', { ORIGIN: 'https://wspiera.example.org' }],
    ['from other machines', { HOST: '0.0.0.0' }],
  ])('is refused where people can open the server %s, also outside production', (_how, over) => {
    expect(() => readConfig({ DATABASE_URL, ...over })).toThrow(/SECRET: .*write/);
    expect(readConfig({ DATABASE_URL, SECRET, ...over }).SECRET).toBe(SECRET);
  });

  it('will do on one’s own machine and for the demo', () => {
    expect(readConfig({ DATABASE_URL, ORIGIN: 'http://localhost:3000' }).SECRET).toContain('demo-only');
    expect(readConfig({ HOST: '0.0.0.0' }).SECRET).toContain('demo-only');
  });
});
