import { beforeEach, describe, expect, it, vi } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { accept, anInvitation, tokenOf } from '../support/people.ts';
import { useWorld } from '../support/world.ts';

/** better-auth keeps time by the machine's clock, so the rows are moved instead. */
describe('what is to expire', () => {
  const world = useWorld();
  const post = (path: string, body: object) =>
    fetch(`${world.url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: world.url },
      body: JSON.stringify(body),
    });
  beforeEach(() => world.orm.em.fork().execute('delete from jobs.job'));
  const ME = 'query { me { personId } }';

  it('a session ends at its time', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const move = (by: string) =>
      world.orm.em.fork().execute(`update auth.session set "expiresAt" = now() + ?::interval where id = ?`, [by, anna.sessionId]);
    await move('1 minute');
    expect(dataOf(await anna.send<object>(ME))).toEqual({ me: { personId: anna.personId } });
    await move('-1 second');
    expect(dataOf(await anna.send<object>(ME))).toEqual({ me: null });
  });

  it('a session that is used is kept on: its end moves on once an hour', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    await world.orm.em
      .fork()
      .execute(`update auth.session set "expiresAt" = now() + interval '5 days', "updatedAt" = now() - interval '2 days' where id = ?`, [
        anna.sessionId,
      ]);
    dataOf(await anna.send(ME));
    const [row] = await world.orm.em
      .fork()
      .execute<{ days: number }[]>(
        `select extract(epoch from "expiresAt" - now())::float8 / 86400 as days from auth.session where id = ?`,
        [anna.sessionId],
      );
    expect(row?.days).toBeGreaterThan(6.9);
  });

  it('a link for a new password ends at its time', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id, email } = await anInvitation(marta);
    dataOf(await accept(resident(world), tokenOf(world, id)));
    // only the letters about the password are looked at
    await vi.waitFor(async () => {
      const [left] = await world.orm.em
        .fork()
        .execute<{ count: number }[]>(`select count(*)::int as count from jobs.job where state in ('created', 'active', 'retry')`);
      expect(left).toEqual({ count: 0 });
    }, 15_000);
    const reset = async (ago: string) => {
      world.letters.length = 0;
      await post('request-password-reset', { email });
      const letter = await vi.waitFor(
        () => world.letters.find(({ to }) => to === email) ?? Promise.reject(new Error('no letter yet')),
        15_000,
      );
      const token = /token=([\w.~%-]+)/.exec(letter.text)?.[1];
      await world.orm.em.fork().execute(`update auth.verification set "expiresAt" = "expiresAt" - ?::interval`, [ago]);
      return (await post('reset-password', { newPassword: 'nowe-dobre-hasło', token })).status;
    };
    expect(await reset('2 days')).toBe(400);
    expect(await reset('1 minute')).toBe(200);
  });
});
