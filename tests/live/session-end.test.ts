import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSession, signIn, type Actor } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { LiveClient } from '../support/live-client.ts';
import { LIVE_QUEUE } from '../support/live-queue.ts';
import { openSecondApp } from '../support/second-app.ts';
import { useWorld, type World } from '../support/world.ts';

const WITHIN_MS = 5_000;

/** How access ends, each through the API, and who is to stay connected meanwhile. */
const ENDS: [string, (world: World, anna: Actor) => Promise<void>][] = [
  [
    'the session is revoked from another device',
    async (world, anna) => {
      const other = await openSession(world, anna.personId ?? '');
      dataOf(
        await other.send('mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { id } }', {
          input: { key: newId(), id: anna.sessionId },
        }),
      );
    },
  ],
  [
    'the role is taken away',
    async (world, anna) => {
      const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
      const { team } = dataOf(
        await marta.send<{ team: { grantId: string; personId: string }[] }>('{ team(district: "wlochy") { grantId personId } }'),
      );
      const grantId = team.find(({ personId }) => personId === anna.personId)?.grantId;
      dataOf(
        await marta.send('mutation ($input: RemoveTeamMemberInput!) { removeTeamMember(input: $input) { id } }', {
          input: { key: newId(), grantId },
        }),
      );
    },
  ],
  [
    'they sign out',
    async (world, anna) => {
      const response = await fetch(`${world.url}/api/auth/sign-out`, {
        method: 'POST',
        headers: { cookie: anna.cookie, origin: world.url, 'content-type': 'application/json' },
        body: '{}',
      });
      expect(response.status).toBe(200);
    },
  ],
  [
    'the password is reset',
    async (world, anna) => {
      const post = (path: string, body: object) =>
        fetch(`${world.url}/api/auth/${path}`, {
          method: 'POST',
          headers: { origin: world.url, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      expect((await post('request-password-reset', { email: anna.email })).status).toBe(200);
      await vi.waitFor(() => expect(world.letters).toHaveLength(1), 8_000);
      const token = /#token=(\S+)/.exec(world.letters[0]?.text ?? '')?.[1];
      expect((await post('reset-password', { token, newPassword: 'korale-jarzębina-42' })).status).toBe(200);
    },
  ],
];

describe('a socket', () => {
  const world = useWorld();

  async function follow(server: { url: string }, by: Actor) {
    const client = await LiveClient.open(server, by);
    onTestFinished(() => client.close());
    client.subscribe(LIVE_QUEUE, { district: 'wlochy' });
    return client;
  }

  it.each(ENDS)('is closed within 5 s, by every server, when %s; others stay', async (_how, end) => {
    const second = await openSecondApp(world);
    onTestFinished(() => second.close());
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const [here, there, others] = [await follow(world, anna), await follow(second, anna), await follow(second, pawel)];

    await end(world, anna);
    const ended = performance.now();
    const closed = await Promise.all([here.closed, there.closed]);

    expect(performance.now() - ended).toBeLessThan(WITHIN_MS);
    expect(closed.map(({ code }) => code)).toEqual([4401, 4401]);
    expect(others.socket.readyState).toBe(others.socket.OPEN);
  });

  it('is closed when the session expires', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const client = await follow(world, anna);

    await world.orm.em.fork().execute(`update auth.session set "expiresAt" = now() - interval '1 second' where id = ?`, [anna.sessionId]);

    expect((await client.closed).code).toBe(4401);
  });

  it('opened with a session that has ended belongs to nobody', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    await world.orm.em.fork().execute('delete from auth.session where id = ?', [anna.sessionId]);
    const client = await LiveClient.open(world, anna);
    onTestFinished(() => client.close());

    const list = client.subscribe(LIVE_QUEUE, { district: 'wlochy' });

    await vi.waitFor(() => expect(list.frames[0]?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED'));
  });

  it('is closed with a code after which clients come back when the server stops', async () => {
    const second = await openSecondApp(world);
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const clients = [await follow(second, anna), await follow(second, anna)];

    await second.close();

    expect((await Promise.all(clients.map(({ closed }) => closed))).map(({ code }) => code)).toEqual([1012, 1012]);
  });
});
