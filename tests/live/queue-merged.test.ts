import fc from 'fast-check';
import { newId } from '@ww/shared/id';
import { describe, expect, it, vi } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { LiveClient, type Subscription } from '../support/live-client.ts';
import { caughtUp, LIVE_QUEUE, loadQueue, positionOf, type LiveRow, type QueueFrame } from '../support/live-queue.ts';
import { aRequest, change } from '../support/requests.ts';
import { useWorld, type World } from '../support/world.ts';

const OPEN = ['NEW', 'TRIAGED', 'ACCEPTED', 'IN_PROGRESS'];

/** What a page does: seed, then changes by id, and its cursor carried over every drop. */
class Page {
  rows = new Map<string, LiveRow>();
  cursor = '';
  resets = 0;
  /** Cursors of one connection, in the order in which they came. */
  positions: number[] = [];
  #client: LiveClient | null = null;
  #list: Subscription<QueueFrame> | null = null;
  #merged = 0;
  readonly #world: World;
  readonly #by: Actor;

  constructor(world: World, by: Actor) {
    this.#world = world;
    this.#by = by;
  }

  async load(): Promise<void> {
    const { rows, cursor } = await loadQueue(this.#by);
    this.rows = new Map(rows.map((row) => [row.id, row]));
    this.cursor = cursor;
  }

  async connect(): Promise<void> {
    this.#client = await LiveClient.open(this.#world, this.#by);
    this.#list = this.#client.subscribe<QueueFrame>(LIVE_QUEUE, { district: 'wlochy', after: this.cursor });
    this.#merged = 0;
    this.positions = [];
  }

  merge(): void {
    for (const { data, errors } of this.#list?.frames.slice(this.#merged) ?? []) {
      if (!data) throw new Error(JSON.stringify(errors));
      const { kind, id, row, cursor } = data.queueChanges;
      this.cursor = cursor;
      this.positions.push(positionOf(cursor));
      if (kind === 'RESET') this.resets++;
      if (kind === 'REMOVE') this.rows.delete(id ?? '');
      if (kind === 'UPSERT' && row && row.version >= (this.rows.get(row.id)?.version ?? 0)) this.rows.set(row.id, row);
    }
    this.#merged = this.#list?.frames.length ?? 0;
  }

  /** What came before the drop was seen, or was lost on the way: `seen` tells which. */
  async drop(seen: boolean): Promise<void> {
    if (seen) this.merge();
    this.#client?.socket.terminate();
    await this.#client?.closed;
  }

  open(): LiveRow[] {
    return [...this.rows.values()].filter(({ state }) => OPEN.includes(state)).sort((a, b) => a.number - b.number);
  }
}

describe('a list that follows the queue', () => {
  const world = useWorld();

  it('equals a fresh load whatever was written and however often it dropped, nothing twice', async () => {
    const anna = await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const COMMANDS = {
      claim: change('claimRequest', 'OnRequestInput'),
      release: change('releaseRequest', 'OnRequestInput'),
      finish: change('finishRequest', 'OnRequestInput'),
    };
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.constant({ do: 'create' as const }) },
      {
        weight: 6,
        arbitrary: fc.record({
          do: fc.constantFrom('claim' as const, 'release' as const, 'finish' as const),
          which: fc.nat(7),
          by: fc.boolean(),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const), page: fc.nat(1), seen: fc.boolean() }) },
      { weight: 1, arbitrary: fc.constant({ do: 'pause' as const }) },
    );

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
        const pages = [new Page(world, anna), new Page(world, anna)];
        const ids = [(await aRequest(world, anna)).id];
        for (const page of pages) {
          await page.load();
          await page.connect();
        }
        const writes: Promise<unknown>[] = [];
        for (const each of steps) {
          if (each.do === 'create') writes.push(aRequest(world, marta).then(({ id }) => ids.push(id)));
          else if (each.do === 'pause') await Promise.all(writes);
          else if (each.do === 'drop') {
            await pages[each.page]?.drop(each.seen);
            await pages[each.page]?.connect();
          } else
            writes.push((each.by ? anna : marta).send(COMMANDS[each.do], { input: { key: newId(), id: ids[each.which % ids.length] } }));
        }
        await Promise.all(writes);
        await caughtUp(world);
        const fresh = (await loadQueue(anna)).rows.sort((a, b) => a.number - b.number);

        for (const page of pages) {
          await vi.waitFor(() => {
            page.merge();
            expect(page.open()).toEqual(fresh);
          }, 4_000);
          expect(page.resets).toBe(0);
          expect(page.positions).toEqual([...new Set(page.positions)].sort((a, b) => a - b));
          await page.drop(true);
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  }, 60_000);
});
