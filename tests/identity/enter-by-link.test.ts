import { createAccount } from '@ww/server/identity/account';
import type { Em } from '@ww/server/platform/orm';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { gql } from '../support/client.ts';
import { aLink, enterBy, linksOf } from '../support/links.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

const WRONG = {
  status: 400,
  cookie: null,
  body: { errors: [{ message: 'INVALID', extensions: { code: 'INVALID', fields: [{ path: 'token', rule: 'token' }] } }] },
};

describe('entering by a link', () => {
  const world = useWorld();
  const whoIs = async (cookie: string | null) => {
    const { data } = await gql<{ me: { personId: string; email: string } | null }>(
      world.url,
      'query { me { personId email } }',
      {},
      {
        cookie: cookie ?? '',
      },
    );
    return data?.me ?? null;
  };
  const sessions = () => world.orm.em.fork().execute<{ id: string }[]>('select id from auth.session order by id');

  /** Someone who has no password, as a volunteer. */
  async function withoutPassword(): Promise<{ id: string; email: string }> {
    const account = { id: newId(), name: 'Kinga Pliszka', email: `kinga${newId()}@example.org`, passwordHash: null };
    await world.orm.em.fork().transactional((em) => createAccount(em as Em, account, world.clock.now()));
    return account;
  }

  it.each(['SIGN_IN', 'INVITATION'] as const)('opens a session of somebody without a password, by a link of %s', async (purpose) => {
    const { id, email } = await withoutPassword();
    const token = await aLink(world, id, purpose);

    const entered = await enterBy(world, token);

    expect(entered).toMatchObject({ status: 200, body: {} });
    expect(entered.attributes).toMatch(/HttpOnly/);
    expect(entered.attributes).toMatch(/SameSite=Lax/);
    expect(await whoIs(entered.cookie)).toEqual({ personId: id, email });
    const [link] = await linksOf(world);
    expect(new Date(link?.used_at ?? 0)).toEqual(world.clock.now());
    expect(await eventsOf(world, id)).toMatchObject([{ topic: 'access', scope: null }]);
    const who = { actor_id: null, actor_name: null, to_name: 'Kinga Pliszka', reason: null, subject_label: null, district: null };
    expect(await auditOf(world, link?.id ?? '')).toEqual([{ action: 'link.enter', subject_type: 'link', outcome: 'DONE', ...who }]);
  });

  it('is possible once: the second time is refused, and the first one’s session stands', async () => {
    const { id } = await withoutPassword();
    const token = await aLink(world, id);
    const first = await enterBy(world, token);
    const before = await snapshotOf(world);

    expect(await enterBy(world, token)).toMatchObject(WRONG);

    expect(await snapshotOf(world)).toBe(before);
    expect(await whoIs(first.cookie)).toMatchObject({ personId: id });
  });

  it('opens one session when it is used twice at once', async () => {
    const { id } = await withoutPassword();
    const token = await aLink(world, id);

    const entered = await Promise.all(Array.from({ length: 5 }, () => enterBy(world, token)));

    expect(entered.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400, 400]);
    expect(await sessions()).toHaveLength(1);
  });

  it.each([
    ['SIGN_IN', 15 * 60],
    ['INVITATION', 7 * 86_400],
  ] as const)('by a link of %s is possible for %i seconds, and not at the end of them', async (purpose, seconds) => {
    const [one, other] = [await withoutPassword(), await withoutPassword()];
    const [inTime, late] = [await aLink(world, one.id, purpose), await aLink(world, other.id, purpose)];
    world.clock.advance(seconds - 1);
    expect((await enterBy(world, inTime)).status).toBe(200);
    world.clock.advance(1);
    expect(await enterBy(world, late)).toMatchObject(WRONG);
  });

  it('is possible by the newest of the links that somebody asked for, and by an invitation all the same', async () => {
    const { id } = await withoutPassword();
    const invitation = await aLink(world, id, 'INVITATION');
    const older = await aLink(world, id);
    world.clock.advance(1);
    const newer = await aLink(world, id);

    expect(await enterBy(world, older)).toMatchObject(WRONG);
    expect((await enterBy(world, newer)).status).toBe(200);
    expect(await enterBy(world, older)).toMatchObject(WRONG);
    expect((await enterBy(world, invitation)).status).toBe(200);
  });

  it('is refused alike for whatever is no link of ours: made up, another’s proof, an invitation’s, not a text', async () => {
    const { id } = await withoutPassword();
    const [one, other] = [await aLink(world, id, 'INVITATION'), await aLink(world, id, 'INVITATION')];
    const [linkId = '', proof = ''] = one.split('.');
    const { secrets } = world.app.services;
    const before = await snapshotOf(world);

    for (const token of [
      ...['x', '', '.', '\u0000', linkId, `${linkId}.`, `${one}x`, `${other.split('.')[0]}.${proof}`, 'a'.repeat(300)],
      ...[secrets.invitationToken(linkId), secrets.linkToken(newId()), null, undefined, 7, { id: linkId }, [one]],
    ])
      expect(await enterBy(world, token)).toMatchObject(WRONG);

    expect(await snapshotOf(world)).toBe(before);
    expect((await enterBy(world, one)).status).toBe(200);
  });

  it('is refused as a wrong link when the body is no JSON', async () => {
    const response = await fetch(`${world.url}/api/auth/link/enter`, { method: 'POST', headers: { origin: world.url }, body: '{' });
    expect([response.status, await response.json()]).toEqual([WRONG.status, WRONG.body]);
  });

  it('uses nothing up when a scanner opens the address, with or without the token', async () => {
    const { id } = await withoutPassword();
    const token = await aLink(world, id);
    const before = await snapshotOf(world);

    for (const path of ['/api/auth/link/enter', `/api/auth/link/enter?token=${token}`, `/wejscie?token=${token}`])
      for (const method of ['GET', 'HEAD']) await fetch(`${world.url}${path}`, { method });

    expect(await snapshotOf(world)).toBe(before);
    expect((await enterBy(world, token)).status).toBe(200);
  });

  it.each([
    ['another site', 'https://elsewhere.example.org'],
    ['nowhere', ''],
  ])('is refused from %s, and the link still works', async (_who, origin) => {
    const { id } = await withoutPassword();
    const token = await aLink(world, id);

    expect(await enterBy(world, token, { origin })).toMatchObject({ status: 403, cookie: null });
    expect((await enterBy(world, token)).status).toBe(200);
  });

  it('switches whoever is signed in: the other person’s session in this browser ends', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { id } = await withoutPassword();

    const { cookie } = await enterBy(world, await aLink(world, id), { cookie: anna.cookie });

    expect(await whoIs(cookie)).toMatchObject({ personId: id });
    expect(await whoIs(anna.cookie)).toBeNull();
    expect(await eventsOf(world, anna.personId ?? '')).toMatchObject([{ topic: 'access' }]);
  });

  it('leaves one’s own other sessions open', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { cookie } = await enterBy(world, await aLink(world, anna.personId), { cookie: anna.cookie });
    expect(await whoIs(cookie)).toMatchObject({ personId: anna.personId });
    expect(await whoIs(anna.cookie)).toMatchObject({ personId: anna.personId });
  });

  it('opens a session that is listed by its browser and can be ended', async () => {
    const { id } = await withoutPassword();
    const { cookie } = await enterBy(world, await aLink(world, id));
    const listed = await gql<{ mySessions: object[] }>(world.url, 'query { mySessions { device current } }', {}, { cookie: cookie ?? '' });
    expect(listed.data?.mySessions).toEqual([{ device: 'Firefox, Linux', current: true }]);
    const headers = { 'content-type': 'application/json', origin: world.url, cookie: cookie ?? '' };
    const out = await fetch(`${world.url}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' });
    expect(out.status).toBe(200);
    expect(await whoIs(cookie)).toBeNull();
  });

  it('is limited by address, and says how long to wait', async () => {
    const { id } = await withoutPassword();
    const token = await aLink(world, id);
    const tries: number[] = [];
    for (let index = 0; index < 21; index++) tries.push((await enterBy(world, 'x')).status);

    expect(tries.filter((status) => status === 400)).toHaveLength(20);
    expect(await enterBy(world, token)).toMatchObject({
      status: 429,
      body: { errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: 60 } }] },
    });
    expect((await enterBy(world, token, { address: '198.51.100.8' })).status).toBe(200);
  });

  it('can not be had through better-auth itself', async () => {
    const headers = { 'content-type': 'application/json', origin: world.url };
    for (const path of ['open-session', 'openSession', 'link/open', 'sign-in/magic-link', 'magic-link/verify']) {
      const { id } = await withoutPassword();
      const response = await fetch(`${world.url}/api/auth/${path}`, { method: 'POST', headers, body: JSON.stringify({ userId: id }) });
      expect([path, response.status]).toEqual([path, 404]);
    }
    expect(await sessions()).toEqual([]);
    expect((await resident(world).send('query { me { personId } }')).data).toEqual({ me: null });
  });
});
