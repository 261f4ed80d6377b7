import { describe, expect, it } from 'vitest';
import { openSession, resident, signIn } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { accept, anInvitation, grantIdOf, tokenOf } from '../support/people.ts';
import { sendRaw } from '../support/raw.ts';
import { useWorld } from '../support/world.ts';

const TEAM = 'query ($district: ID!) { team(district: $district) { grantId personId displayName email role since } }';
const INVITATIONS = 'query ($district: ID!) { invitations(district: $district) { id name email role invitedAt expiresAt acceptedAt } }';
const PREVIEW = 'query ($token: String!) { invitation(token: $token) { name email district role } }';

describe('me', () => {
  const world = useWorld();
  const ME = 'query { me { personId displayName email sessionId grants { id role scope } } }';

  it('is nobody signed out, and whoever is signed in with their roles, oldest first', async () => {
    expect(dataOf(await resident(world).send<object>(ME))).toEqual({ me: null });
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const first = await grantIdOf(world, anna.personId);
    world.clock.advance(1);
    const ewa = await signIn(world, 'DISTRICT_COORDINATOR', 'ochota');
    const { id } = await anInvitation(ewa, { email: anna.email, district: 'ochota' });
    dataOf(await accept(anna, tokenOf(world, id)));
    const me = { personId: anna.personId, displayName: anna.name, email: anna.email, sessionId: anna.sessionId };
    const grants = [
      { id: first, role: 'TEAM_MEMBER', scope: 'wlochy' },
      { id: expect.any(String) as string, role: 'TEAM_MEMBER', scope: 'ochota' },
    ];
    expect(dataOf(await anna.send<object>(ME))).toEqual({ me: { ...me, grants } });
  });

  it('is nobody with a cookie that was made up, cut short or is of an ended session', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const pawel = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const [value = ''] = anna.cookie.split('=').slice(1);
    const [, proof = ''] = decodeURIComponent(pawel.cookie).split('.').slice(1);
    await world.orm.em.fork().execute(`update auth.session set "expiresAt" = now() - interval '1 second' where id = ?`, [pawel.sessionId]);
    for (const cookie of [
      pawel.cookie,
      'ww.session_token=x',
      `ww.session_token=${value.slice(0, -4)}`,
      `ww.session_token=${value.split('.')[0] ?? ''}.${proof}`,
      'ww.session_token=',
      'other=1',
    ]) {
      expect((await sendRaw(world, { cookie }, { document: ME, variables: {} })).text).toBe('{"data":{"me":null}}\n');
    }
  });
});

describe('mySessions', () => {
  const world = useWorld();

  it('lists where I am signed in, the last seen first, without addresses, and nobody else', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const phone = await openSession(world, anna.personId ?? '');
    const ended = await openSession(world, anna.personId ?? '');
    await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const em = world.orm.em.fork();
    await em.execute(
      `update auth.session set "updatedAt" = now() - interval '1 hour', "userAgent" = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1' where id = ?`,
      [phone.sessionId],
    );
    await em.execute(`update auth.session set "expiresAt" = now() where id = ?`, [ended.sessionId]);
    const { mySessions } = dataOf(
      await anna.send<{ mySessions: object[] }>('query { mySessions { id device current createdAt lastSeenAt expiresAt } }'),
    );
    const times = {
      createdAt: expect.any(String) as string,
      lastSeenAt: expect.any(String) as string,
      expiresAt: expect.any(String) as string,
    };
    expect(mySessions).toEqual([
      { id: anna.sessionId, device: 'Firefox, Linux', current: true, ...times },
      { id: phone.sessionId, device: 'Safari, iOS', current: false, ...times },
    ]);
  });
});

describe('team', () => {
  const world = useWorld();

  it('lists the Team of a district, coordinators first, in the order of the Polish alphabet', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const members = [
      await signIn(world, 'TEAM_MEMBER', 'wlochy'),
      await signIn(world, 'TEAM_MEMBER', 'wlochy'),
      await signIn(world, 'TEAM_MEMBER', 'wlochy'),
    ];
    for (const [at, name] of ['Łucja Bóbr', 'Maria Ćma', 'Ludwik Bąk'].entries()) {
      await world.orm.em.fork().execute('update person set display_name = ? where id = ?', [name, members[at]?.personId]);
    }
    await signIn(world, 'TEAM_MEMBER', 'ochota');
    await signIn(world, 'ORGANISATION_COORDINATOR', 'wlochy');
    const since = world.clock.now().toISOString();
    const { team } = dataOf(await marta.send<{ team: { displayName: string; role: string }[] }>(TEAM, { district: 'wlochy' }));
    expect(team.map(({ displayName, role }) => [displayName, role])).toEqual([
      [marta.name, 'DISTRICT_COORDINATOR'],
      ['Ludwik Bąk', 'TEAM_MEMBER'],
      ['Łucja Bóbr', 'TEAM_MEMBER'],
      ['Maria Ćma', 'TEAM_MEMBER'],
    ]);
    expect(team[0]).toMatchObject({ grantId: await grantIdOf(world, marta.personId), personId: marta.personId, email: marta.email, since });
  });

  it('of another district, and of none, is missing', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const admin = await signIn(world, 'ADMIN');
    expect(errorOf(await marta.send(TEAM, { district: 'ochota' }))).toEqual({ code: 'NOT_FOUND' });
    expect(dataOf(await admin.send<object>(TEAM, { district: 'ochota' }))).toEqual({ team: [] });
    for (const query of [TEAM, INVITATIONS])
      expect(errorOf(await admin.send(query, { district: 'krakow' }))).toEqual({ code: 'NOT_FOUND' });
  });
});

describe('invitations', () => {
  const world = useWorld();

  it('lists those of the last 30 days of the district, the newest first, with what became of them', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const ewa = await signIn(world, 'DISTRICT_COORDINATOR', 'ochota');
    await anInvitation(marta);
    world.clock.advance(25 * 86_400);
    const accepted = await anInvitation(marta);
    world.clock.advance(5 * 86_400 + 1);
    await anInvitation(ewa, { district: 'ochota' });
    const waiting = await anInvitation(marta);
    dataOf(await accept(resident(world), tokenOf(world, accepted.id)));
    const { invitations } = dataOf(await marta.send<{ invitations: object[] }>(INVITATIONS, { district: 'wlochy' }));
    const { district: _first, ...second } = waiting;
    const { district: _second, ...first } = accepted;
    expect(invitations).toEqual([second, { ...first, acceptedAt: world.clock.now().toISOString() }]);
  });
});

describe('invitation', () => {
  const world = useWorld();
  const TOKEN = { code: 'INVALID', fields: [{ path: 'token', rule: 'token' }] };

  it('shows whoever has the link what it is for, until it is used', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id, name, email } = await anInvitation(marta, { role: 'DISTRICT_COORDINATOR' });
    const shown = { invitation: { name, email, district: 'wlochy', role: 'DISTRICT_COORDINATOR' } };
    expect(dataOf(await resident(world).send<object>(PREVIEW, { token: tokenOf(world, id) }))).toEqual(shown);
    dataOf(await accept(resident(world), tokenOf(world, id)));
    expect(errorOf(await resident(world).send(PREVIEW, { token: tokenOf(world, id) }))).toEqual(TOKEN);
  });

  it('is limited by address, and made-up links all answer alike', async () => {
    const guesser = resident(world, '198.51.100.66');
    for (let tries = 0; tries < 20; tries++) expect(errorOf(await guesser.send(PREVIEW, { token: `${tries}.x` }))).toEqual(TOKEN);
    expect(errorOf(await guesser.send(PREVIEW, { token: 'x' }))).toEqual({ code: 'RATE_LIMITED', retryAfter: 60 });
  });
});
