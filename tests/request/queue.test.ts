import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { requestIn } from '../support/commands.ts';
import { plant } from '../support/plant.ts';
import { aRequest } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

const QUEUE = `query ($first: Int, $after: String) { queue(district: "wlochy", first: $first, after: $after) { cursor next total rows { id number createdAt state } } }`;
interface Page {
  cursor: string;
  next: string | null;
  total: number;
  rows: { id: string; number: number; createdAt: string; state: string }[];
}

describe('queue', () => {
  const world = useWorld();
  const page = async (by: Actor, variables: object = {}) => dataOf(await by.send<{ queue: Page }>(QUEUE, variables)).queue;

  it('holds what is open in the district, oldest first, and nothing closed or of others', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const ewa = await signIn(world, 'TEAM_MEMBER', 'ochota');
    expect(await page(anna)).toMatchObject({ rows: [], total: 0, next: null });
    const open: string[] = [];
    for (const state of ['NEW', 'TRIAGED', 'DONE', 'ACCEPTED', 'CANCELLED', 'IN_PROGRESS'] as const) {
      const { id } = await requestIn(world, state, anna);
      if (state !== 'DONE' && state !== 'CANCELLED') open.push(id);
      world.clock.advance(60);
    }
    await aRequest(world, ewa, { district: 'ochota' });
    const { rows, total, next } = await page(anna);
    expect({ ids: rows.map(({ id }) => id), total, next }).toEqual({ ids: open, total: 4, next: null });
  });

  it('comes in pages that together are the queue, whatever their size, also where many came at one moment', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const at = (minute: number) => new Date(world.clock.now().getTime() - minute * 60_000);
    await plant(
      world,
      Array.from({ length: 23 }, (_, index) => ({ assigneeId: anna.personId ?? '', createdAt: at(index % 4) })),
    );
    const whole = (await page(anna)).rows.map(({ id }) => id);
    expect(whole).toHaveLength(23);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 25 }), async (first) => {
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const { rows, next, total }: Page = await page(anna, { first, after });
          expect(total).toBe(23);
          expect(rows.length).toBe(next === null ? 23 - seen.length : first);
          seen.push(...rows.map(({ id }) => id));
          after = next;
        } while (after !== null);
        expect(seen).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  it('goes on where the page ended when rows came and went in between', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const at = (minute: number) => new Date(world.clock.now().getTime() - minute * 60_000);
    const rows = await plant(
      world,
      [50, 40, 30, 20].map((minute) => ({ assigneeId: anna.personId ?? '', createdAt: at(minute) })),
    );
    const first = await page(anna, { first: 2 });
    await world.orm.em.fork().execute(`delete from request_private where request_id = ?`, [rows[1]?.id]);
    await world.orm.em.fork().execute(`delete from help_request where id = ?`, [rows[1]?.id]);
    await plant(world, [{ assigneeId: anna.personId ?? '', createdAt: at(45) }]);
    const second = await page(anna, { first: 2, after: first.next });
    expect(second.rows.map(({ id }) => id)).toEqual([rows[2]?.id, rows[3]?.id]);
  });

  it('gives 200 rows at most and one at least, and 200 unless asked', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    await plant(
      world,
      Array.from({ length: 203 }, () => ({ assigneeId: anna.personId ?? '' })),
    );
    for (const [first, length] of [
      [undefined, 200],
      [1_000, 200],
      [200, 200],
      [0, 1],
      [-5, 1],
    ] as const) {
      const { rows, next, total } = await page(anna, { first });
      expect([first, rows.length, total, next === null]).toEqual([first, length, 203, false]);
    }
  });

  it('has a cursor from before the rows were read, so that following it misses nothing', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const before = (await page(anna)).cursor;
    await aRequest(world, anna);
    await world.app.services.feed.wake();
    const { cursor } = await page(anna);
    const position = (of: string) => Number(of.split('.')[1]);
    expect(cursor.split('.')[0]).toBe(before.split('.')[0]);
    expect(position(cursor)).toBeGreaterThan(position(before));
  });

  it('refuses a page token that is not ours, beside its field', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    for (const after of ['', 'x', 'MjAyNg', Buffer.from('2026-01-01T00:00:00.000Z|x').toString('base64url')]) {
      expect(errorOf(await anna.send(QUEUE, { after }))).toEqual({ code: 'INVALID', fields: [{ path: 'after', rule: 'malformed' }] });
    }
  });
});
