import { newId } from '@ww/shared/id';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { resident, signIn, type Actor } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { aLink, ASK_FOR_LINK, askForLink, enterBy, linksOf, tokenIn } from '../support/links.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { sendRaw } from '../support/raw.ts';
import { snapshotOf } from '../support/snapshot.ts';
import { useWorld } from '../support/world.ts';

const STRANGER = 'nikt@example.org';

describe('askForLink', () => {
  const world = useWorld();
  // letters of other tests, whose links are gone, would be gone through first, one every two seconds
  beforeEach(() => world.orm.em.fork().execute('delete from jobs.job'));
  const lettersTo = (email: string | null) => world.letters.filter(({ to }) => to === email);
  const letterTo = (email: string | null) =>
    vi.waitFor(() => lettersTo(email).at(-1) ?? Promise.reject(new Error('no letter yet')), { timeout: 15_000 });
  const events = () => world.orm.em.fork().execute<{ subject_id: string }[]>(`select subject_id from event where topic = 'link'`);

  it('sends a link that lets its person in for fifteen minutes, with an event and an audit entry that name nobody', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');

    const { askForLink: answer } = dataOf(await askForLink(resident(world), ` ${anna.email?.toUpperCase()} `));

    expect(answer).toEqual({ sent: true });
    const [link, ...others] = await linksOf(world);
    expect(others).toEqual([]);
    expect(link).toMatchObject({ person_id: anna.personId, purpose: 'SIGN_IN', used_at: null });
    expect([link?.created_at, link?.expires_at].map((at) => new Date(at ?? 0).toISOString())).toEqual([
      world.clock.in(0),
      world.clock.in(900),
    ]);
    expect(await eventsOf(world, link?.id ?? '')).toMatchObject([{ topic: 'link', scope: null, version: 1 }]);
    const nobody = { actor_id: null, actor_name: null, to_name: null, reason: null, subject_label: null, district: null };
    expect(await auditOf(world, link?.id ?? '')).toEqual([{ action: 'link.ask', subject_type: 'link', outcome: 'DONE', ...nobody }]);
    const { text } = await letterTo(anna.email);
    expect(await enterBy(world, tokenIn(text))).toMatchObject({ status: 200 });
  });

  it('answers alike, to the byte, for an address without an account; no link is made, no letter sent', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const asked = (email: string | null) =>
      sendRaw(world, resident(world), { document: ASK_FOR_LINK, variables: { input: { key: newId(), email } } });

    const unknown = await asked(STRANGER);
    expect(await asked(anna.email)).toEqual(unknown);

    expect(await linksOf(world)).toHaveLength(1);
    // the log can't tell them apart either
    const [one, other] = await events();
    for (const event of [one, other])
      expect(await auditOf(world, event?.subject_id ?? '')).toMatchObject([{ action: 'link.ask', to_name: null }]);
    await letterTo(anna.email);
    expect(world.letters).toHaveLength(1);
    const kept = await world.orm.em.fork().execute(`select * from audit_entry, command_key, event`);
    expect(JSON.stringify(kept)).not.toContain(STRANGER);
  });

  it('ends the links asked for before: only the newest works', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    dataOf(await askForLink(resident(world), anna.email));
    const older = tokenIn((await letterTo(anna.email)).text);
    world.clock.advance(60);
    dataOf(await askForLink(resident(world), anna.email));
    await expect.poll(() => lettersTo(anna.email).length, { timeout: 15_000 }).toBe(2);

    expect((await enterBy(world, older)).status).toBe(400);
    expect((await enterBy(world, tokenIn(lettersTo(anna.email)[1]?.text))).status).toBe(200);
  });

  it('sends no letter about a link that works no more', async () => {
    const people: Actor[] = [];
    for (let index = 0; index < 4; index++) people.push(await signIn(world, null));
    const [expired, used, followed, open] = people;
    const now = world.clock.now().toISOString();
    world.clock.advance(-901);
    await aLink(world, expired?.personId ?? null);
    world.clock.set(now);
    await enterBy(world, await aLink(world, used?.personId ?? null));
    await aLink(world, followed?.personId ?? null);
    world.clock.advance(1);
    await aLink(world, followed?.personId ?? null);
    await aLink(world, open?.personId ?? null, 'INVITATION');
    await askForLink(resident(world), STRANGER);

    await letterTo(open?.email ?? null);
    await expect.poll(() => world.letters.map(({ to }) => to).toSorted()).toEqual([followed?.email, open?.email].toSorted());
  });

  it('answers the same again for the same key, with one link and one letter', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const key = newId();
    const first = await askForLink(resident(world), anna.email, { key });
    const before = await snapshotOf(world);
    expect(await askForLink(resident(world), anna.email, { key })).toEqual(first);
    expect(errorOf(await askForLink(resident(world), STRANGER, { key }))).toEqual({
      code: 'INVALID',
      fields: [{ path: 'key', rule: 'keyReused' }],
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it.each([
    ['', 'required', undefined],
    ['to nie adres', 'email', undefined],
    [`${'a'.repeat(250)}@example.org`, 'tooLong', 254],
  ])('refuses “%s” beside its field, and counts it for nothing', async (email, rule, limit) => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const before = await snapshotOf(world);
    for (let index = 0; index < 31; index++)
      expect(errorOf(await askForLink(resident(world), email))).toEqual({
        code: 'INVALID',
        fields: [{ path: 'email', rule, ...(limit ? { limit } : {}) }],
      });
    expect(await snapshotOf(world)).toBe(before);
    dataOf(await askForLink(resident(world), anna.email));
  });

  it('is limited by the caller’s address, whoever they ask for', async () => {
    for (let index = 0; index < 30; index++) dataOf(await askForLink(resident(world), `osoba${index}@example.net`));
    expect(errorOf(await askForLink(resident(world), STRANGER))).toEqual({ code: 'RATE_LIMITED', retryAfter: 3_600 });
    dataOf(await askForLink(resident(world, '203.0.113.7'), STRANGER));
  });

  it('is limited by account, known or not, and not where its person signed in before', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const home = '192.0.2.10';
    expect((await enterBy(world, await aLink(world, anna.personId), { address: home })).status).toBe(200);
    for (const email of [anna.email, STRANGER]) {
      for (let index = 0; index < 5; index++) dataOf(await askForLink(resident(world, `203.0.${index}.7`), email));
      expect(errorOf(await askForLink(resident(world, '203.0.113.7'), email))).toEqual({ code: 'RATE_LIMITED', retryAfter: 900 });
    }
    dataOf(await askForLink(resident(world, home), anna.email));
    expect(errorOf(await askForLink(resident(world, home), STRANGER))).toMatchObject({ code: 'RATE_LIMITED' });
  });
});
