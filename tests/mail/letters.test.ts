import { smtpMail } from '@ww/server/platform/mail';
import { newId } from '@ww/shared/id';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf, gql } from '../support/client.ts';
import { FrozenClock } from '../support/clock.ts';
import { openDatabase } from '../support/db.ts';
import { openSecondApp, type SecondApp } from '../support/second-app.ts';
import { openPostbox, type Postbox } from '../support/smtp.ts';
import type { World } from '../support/world.ts';

const INVITE = 'mutation ($input: InviteTeamMemberInput!) { inviteTeamMember(input: $input) { id } }';
const SUBJECTS = /^Warszawa Wspiera: [^0-9@]+$/;

describe('letters by SMTP', () => {
  // a database of its own: the workers of another server on the same one would take its jobs
  const world = {} as World;
  let box: Postbox;
  let server: SecondApp;
  beforeAll(async () => {
    const { orm, url } = await openDatabase();
    box = await openPostbox();
    Object.assign(world, { orm, databaseUrl: url, clock: new FrozenClock(), logs: [], letters: [] });
    server = await openSecondApp(world, { mail: smtpMail(box.url, 'Warszawa Wspiera <no-reply@example.org>'), signInLimited: true });
    Object.assign(world, { url: server.url, app: server.app });
  });
  afterAll(async () => {
    await server.close();
    await box.stop();
    await world.orm.close(true);
  });

  const auth = (path: string, body: object, address = '198.51.100.20') =>
    fetch(`${server.url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, 'x-forwarded-for': address },
      body: JSON.stringify(body),
    });
  const lettersTo = (address: string) => box.letters.filter(({ to }) => to?.some((each) => each.address === address));
  async function invite(email: string) {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const input = { key: newId(), id: newId(), district: 'wlochy', name: 'Olga Wilga', email, role: 'TEAM_MEMBER' };
    dataOf(await marta.send(INVITE, { input }));
    return input;
  }
  const linkIn = (text = '', path: string) => new RegExp(`${server.url}/${path}#token=(\\S+)`).exec(text)?.[1] ?? '';

  it('an invitation arrives once, names nobody in its subject, and its link lets one in', async () => {
    await invite('olga.wilga@example.org');

    await vi.waitFor(() => expect(lettersTo('olga.wilga@example.org')).toHaveLength(1), 10_000);
    const [letter] = lettersTo('olga.wilga@example.org');
    expect(letter?.subject).toMatch(SUBJECTS);
    expect(letter?.subject).not.toMatch(/Olga|Wilga|Włochy/);
    expect(letter?.from?.address).toBe('no-reply@example.org');
    const token = linkIn(letter?.text, 'zaproszenie');
    const { invitation } = dataOf(
      await gql<{ invitation: object }>(server.url, 'query ($token: String!) { invitation(token: $token) { email district role } }', {
        token,
      }),
    );
    expect(invitation).toEqual({ email: 'olga.wilga@example.org', district: 'wlochy', role: 'TEAM_MEMBER' });
    const accept = { key: newId(), token, name: 'Olga Wilga', password: 'korale-jarzębina-42' };
    dataOf(
      await resident(world).send('mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { id } }', { input: accept }),
    );
    expect((await auth('sign-in/email', { email: 'olga.wilga@example.org', password: accept.password })).status).toBe(200);
  });

  it('an invitation made while the mail server is down arrives once it is up', async () => {
    await box.stop();
    await invite('pawel.drozd@example.org');
    await vi.waitFor(async () => {
      const [job] = await world.orm.em
        .fork()
        .execute<{ state: string }[]>(`select state from jobs.job where name = 'invitation-mail' order by created_on desc limit 1`);
      expect(job?.state).toBe('retry');
    }, 10_000);
    expect(lettersTo('pawel.drozd@example.org')).toHaveLength(0);

    await box.start();

    await vi.waitFor(() => expect(lettersTo('pawel.drozd@example.org')).toHaveLength(1), 20_000);
  }, 40_000);

  it('a forgotten password is changed by the link of a letter, once, and the old one is of no use', async () => {
    const email = 'olga.wilga@example.org';
    expect((await auth('request-password-reset', { email }, '198.51.100.21')).status).toBe(200);
    await vi.waitFor(() => expect(lettersTo(email)).toHaveLength(2), 10_000);
    const letter = lettersTo(email)[1];
    expect(letter?.subject).toMatch(SUBJECTS);
    const token = linkIn(letter?.text, 'haslo');

    expect((await auth('reset-password', { token, newPassword: 'dzięcioł-i-brzoza-7' }, '198.51.100.21')).status).toBe(200);

    expect((await auth('reset-password', { token, newPassword: 'zupełnie-inne-hasło' }, '198.51.100.21')).status).toBe(400);
    expect((await auth('sign-in/email', { email, password: 'korale-jarzębina-42' }, '198.51.100.21')).status).toBe(401);
    expect((await auth('sign-in/email', { email, password: 'dzięcioł-i-brzoza-7' }, '198.51.100.21')).status).toBe(200);
  });

  it('asking for a new password answers alike for an address without an account, and sends nothing', async () => {
    const before = box.letters.length;
    const [known, unknown] = await Promise.all(
      ['pawel.drozd@example.org', 'nikt@example.org'].map((email) => auth('request-password-reset', { email }, '198.51.100.22')),
    );

    expect(unknown?.status).toBe(200);
    expect(await unknown?.text()).toBe(await known?.text());
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(box.letters).toHaveLength(before);
  });

  it('a letter about a password asked for while the mail server is down answers alike, and arrives once it is up', async () => {
    const email = 'olga.wilga@example.org';
    const before = lettersTo(email).length;
    await box.stop();

    const [known, unknown] = await Promise.all(
      [email, 'nikt@example.org'].map((each) => auth('request-password-reset', { email: each }, '198.51.100.23')),
    );
    expect([known?.status, unknown?.status]).toEqual([200, 200]);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await box.start();

    await vi.waitFor(() => expect(lettersTo(email)).toHaveLength(before + 1), 20_000);
  }, 40_000);

  it('forty letters at once are soon sent; one that is turned away is tried again alone, the others arrive once', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const failures = () => world.logs.filter((line) => line.includes('a job failed')).length;
    const failed = failures();
    const to = Array.from({ length: 40 }, (_, index) => `rybitwa${String(index)}@example.org`);
    box.busyFor.add('rybitwa7@example.org');

    for (const email of to)
      dataOf(
        await marta.send(INVITE, {
          input: { key: newId(), id: newId(), district: 'wlochy', name: 'Olga Rybitwa', email, role: 'TEAM_MEMBER' },
        }),
      );

    await vi.waitFor(() => expect(to.filter((address) => lettersTo(address).length === 0)).toEqual([]), 20_000);
    expect(to.filter((address) => lettersTo(address).length !== 1)).toEqual([]);
    expect(box.busyFor.size).toBe(0);
    expect(failures() - failed).toBe(1);
  }, 40_000);

  it('the eleventh attempt to sign in within a minute is refused with the time to wait, the right password too', async () => {
    const attempt = (password: string) => auth('sign-in/email', { email: 'olga.wilga@example.org', password }, '198.51.100.30');
    for (let index = 0; index < 10; index++) expect((await attempt('wrong-password')).status).toBe(401);

    const refused = await attempt('dzięcioł-i-brzoza-7');

    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('x-retry-after') ?? refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(
      (await auth('sign-in/email', { email: 'olga.wilga@example.org', password: 'dzięcioł-i-brzoza-7' }, '198.51.100.31')).status,
    ).toBe(200);
  });

  it('nothing of the letters is in the logs', () => {
    const logged = world.logs.join('');
    expect(logged.length).toBeGreaterThan(0);
    for (const word of ['olga', 'Wilga', 'pawel.drozd', 'rybitwa', 'token=', '198.51.100.']) expect(logged).not.toContain(word);
  });
});
