import { smtpMail } from '@ww/server/platform/mail';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { resident, signIn } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { FrozenClock } from '../support/clock.ts';
import { openDatabase } from '../support/db.ts';
import { aLink, askForLink, enterBy, tokenIn } from '../support/links.ts';
import { openSecondApp, type SecondApp } from '../support/second-app.ts';
import { openPostbox, type Postbox } from '../support/smtp.ts';
import type { World } from '../support/world.ts';

const PAGES = ['/wejscie', '/en/wejscie', '/uk/wejscie'];

describe('letters with a one-time link, by SMTP', () => {
  // a database of its own: the workers of another server on the same one would take its jobs
  const world = {} as World;
  let box: Postbox;
  let server: SecondApp;
  beforeAll(async () => {
    const { orm, url } = await openDatabase();
    box = await openPostbox();
    Object.assign(world, { orm, databaseUrl: url, clock: new FrozenClock(), logs: [], letters: [] });
    server = await openSecondApp(world, { mail: smtpMail(box.url, 'Warszawa Wspiera <no-reply@example.org>') });
    Object.assign(world, { url: server.url, app: server.app });
  });
  afterAll(async () => {
    await server.close();
    await box.stop();
    await world.orm.close(true);
  });

  const lettersTo = (email: string | null) => box.letters.filter(({ to }) => to?.some(({ address }) => address === email));
  const letterTo = async (email: string | null) => {
    await vi.waitFor(() => expect(lettersTo(email)).toHaveLength(1), 15_000);
    return lettersTo(email)[0];
  };
  async function expectLetter(email: string | null, name: string, words: RegExp[]): Promise<string> {
    const letter = await letterTo(email);
    expect(letter?.subject).toMatch(/^Warszawa Wspiera: [^0-9@]+$/);
    expect(`${letter?.subject} ${letter?.text}`).not.toMatch(new RegExp(name.replace(' ', '|')));
    expect(letter?.from?.address).toBe('no-reply@example.org');
    for (const each of words) expect(letter?.text).toMatch(each);
    const tokens = PAGES.map((page) => tokenIn(letter?.text, page));
    expect(tokens[0]).toMatch(/^[\da-f-]{36}\.[\w-]{43}$/);
    expect(new Set(tokens).size).toBe(1);
    expect(letter?.text?.match(new RegExp(`${server.url}(/en|/uk)?/wejscie#token=`, 'g'))).toHaveLength(3);
    return tokens[0] ?? '';
  }

  it('one that was asked for says in three languages how long it works, and lets its person in once', async () => {
    const kinga = await signIn(world, 'VOLUNTEER');
    dataOf(await askForLink(resident(world), kinga.email));

    const token = await expectLetter(kinga.email, kinga.name, [
      /15 minut i tylko raz/,
      /15 minutes and only once/,
      /15 хвилин і лише один раз/,
    ]);

    expect((await enterBy(world, token)).status).toBe(200);
    expect((await enterBy(world, token)).status).toBe(400);
    expect(lettersTo(kinga.email)).toHaveLength(1);
  });

  it('one of an invitation tells whoever helps that they were added, and works for a week', async () => {
    const natalia = await signIn(world, 'ORGANISATION_COORDINATOR', '0192a0b0-0000-7000-8000-000000000001');
    await aLink(world, natalia.personId, 'INVITATION');

    const words = [/Dodano Cię.*7 dni i tylko raz/s, /You were added.*7 days and only once/s, /Вас додали.*7 днів і лише один раз/s];
    const token = await expectLetter(natalia.email, natalia.name, words);

    world.clock.advance(7 * 86_400 - 1);
    expect((await enterBy(world, token)).status).toBe(200);
  });

  it('one that could not be sent before its link ended is not sent afterwards', async () => {
    const [late, inTime] = [await signIn(world, 'VOLUNTEER'), await signIn(world, 'VOLUNTEER')];
    await box.stop();
    dataOf(await askForLink(resident(world), late.email));
    await vi.waitFor(async () => {
      const [job] = await world.orm.em
        .fork()
        .execute<{ state: string }[]>(`select state from jobs.job where name = 'link-mail' order by created_on desc limit 1`);
      expect(job?.state).toBe('retry');
    }, 15_000);
    world.clock.advance(901);
    await box.start();
    dataOf(await askForLink(resident(world), inTime.email));

    await letterTo(inTime.email);
    await vi.waitFor(async () => {
      const waiting = await world.orm.em
        .fork()
        .execute(`select 1 from jobs.job where name = 'link-mail' and state in ('created', 'active', 'retry')`);
      expect(waiting).toEqual([]);
    }, 20_000);
    expect(lettersTo(late.email)).toHaveLength(0);
  }, 60_000);

  it('leaves no address, name or token in the logs', () => {
    const logged = world.logs.join('');
    expect(logged.length).toBeGreaterThan(0);
    for (const word of ['osoba', 'token=', '198.51.100.', ...box.letters.map(({ text }) => tokenIn(text))])
      expect(logged).not.toContain(word);
  });
});
