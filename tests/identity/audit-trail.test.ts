import { describe, expect, it } from 'vitest';
import { resident, signIn, type Actor } from '../support/actors.ts';
import { dataOf } from '../support/client.ts';
import { done, give, requestIn } from '../support/commands.ts';
import { aRequest, aSubmitted } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

const TRAIL = `query ($filter: AuditFilter, $first: Int, $after: String) { auditTrail(filter: $filter, first: $first, after: $after) { next
  entries { id at actorId actorName action subjectType subjectId subjectLabel district outcome reason toName requestId } } }`;
interface Entry {
  id: string;
  at: string;
  actorName: string | null;
  action: string;
  district: string | null;
  outcome: string;
}
interface Page {
  next: string | null;
  entries: Entry[];
}

describe('auditTrail', () => {
  const world = useWorld();
  const page = async (by: Actor, variables: object = {}) => dataOf(await by.send<{ auditTrail: Page }>(TRAIL, variables)).auditTrail;

  /** Six entries of three people in two districts, ten minutes apart. */
  async function history() {
    const auditor = await signIn(world, 'AUDITOR');
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const ewa = await signIn(world, 'TEAM_MEMBER', 'ochota');
    await world.orm.em.fork().execute(`update person set display_name = 'Żaneta 100%_Żuk' where id = ?`, [anna.personId]);
    const request = await aRequest(world, anna);
    world.clock.advance(600);
    await done(world, anna, 'claim', request);
    world.clock.advance(600);
    await give(world, ewa, 'claim', request);
    world.clock.advance(600);
    await aRequest(world, ewa, { district: 'ochota' });
    world.clock.advance(600);
    await aSubmitted(world, resident(world));
    world.clock.advance(600);
    await done(world, anna, 'cancel', request, { reason: 'MISTAKE' });
    return { auditor, anna, ewa, request };
  }

  it('tells who did what to what, when and why, refusals too, newest first', async () => {
    const { auditor, anna, ewa, request } = await history();
    const { entries, next } = await page(auditor);
    expect(entries.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'request.cancel DONE',
      'request.submit DONE',
      'request.intake DONE',
      'request.claim REFUSED',
      'request.claim DONE',
      'request.intake DONE',
    ]);
    const about = { subjectType: 'request', subjectId: request.id, subjectLabel: '1', district: 'wlochy', toName: null };
    expect(entries[0]).toMatchObject({
      ...about,
      at: world.clock.now().toISOString(),
      actorId: anna.personId,
      actorName: 'Żaneta 100%_Żuk',
      reason: 'MISTAKE',
    });
    expect(entries[3]).toMatchObject({ ...about, at: world.clock.in(-1_800), actorId: ewa.personId, actorName: ewa.name, reason: null });
    expect(new Set(entries.map((entry) => (entry as Entry & { requestId: string }).requestId)).size).toBe(6);
    expect(next).toBeNull();
  });

  it.each([
    ['the district', { district: 'ochota' }, [3]],
    ['the action', { action: 'request.claim' }, [2, 1]],
    ['a part of the name, in any case', { person: 'ŻUK' }, [5, 1, 0]],
    ['signs that mean something to the database, taken as they are', { person: '%_ż' }, [5, 1, 0]],
    ['a sign that would match anything', { person: '_' }, [5, 1, 0]],
    ['a name that nobody has', { person: '%%' }, []],
    ['both at once', { district: 'wlochy', action: 'request.claim', person: 'żuk' }, [1]],
  ])('is filtered by %s', async (_what, filter, expected) => {
    const { auditor } = await history();
    const all = (await page(auditor)).entries.toReversed();
    expect((await page(auditor, { filter })).entries.map(({ id }) => all.findIndex((entry) => entry.id === id))).toEqual(expected);
  });

  it('is filtered by time: from an instant, to before another', async () => {
    const { auditor } = await history();
    const times = (await page(auditor)).entries.map(({ at }) => at);
    const between = async (filter: object) => (await page(auditor, { filter })).entries.map(({ at }) => at);
    expect(await between({ from: times[2] })).toEqual(times.slice(0, 3));
    expect(await between({ to: times[2] })).toEqual(times.slice(3));
    expect(await between({ from: times[4], to: times[1] })).toEqual(times.slice(2, 5));
    expect(await between({ from: times[1], to: times[1] })).toEqual([]);
  });

  it('comes in pages that together are the whole, also of one moment and under a filter', async () => {
    const auditor = await signIn(world, 'AUDITOR');
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    for (let made = 0; made < 7; made++) await requestIn(world, 'TRIAGED', anna);
    for (const filter of [{}, { action: 'request.triage' }]) {
      const whole = (await page(auditor, { filter })).entries.map(({ id }) => id);
      for (const first of [1, 2, 5, 20]) {
        const seen: string[] = [];
        for (let after: string | null | undefined; after !== null;) {
          const { entries, next }: Page = await page(auditor, { filter, first, after });
          seen.push(...entries.map(({ id }) => id));
          after = next;
        }
        expect(seen).toEqual(whole);
      }
    }
  });

  it('gives 50 entries unless asked, and never more than 200', async () => {
    const auditor = await signIn(world, 'AUDITOR');
    await world.orm.em
      .fork()
      .execute(
        `insert into audit_entry (id, at, action, subject_type, outcome) select gen_random_uuid(), now(), 'request.note', 'request', 'DONE' from generate_series(1, 230)`,
      );
    for (const [first, length] of [
      [undefined, 50],
      [1_000, 200],
      [0, 1],
    ] as const)
      expect((await page(auditor, { first })).entries).toHaveLength(length);
  });
});
