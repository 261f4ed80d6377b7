import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, LiveRows, type View } from '../../web/src/lib/live/live-rows.ts';

interface Row {
  id: string;
  version: number;
  open: boolean;
  /** The row comes to match at this moment. */
  from?: number;
}

const open: View<Row> = { matches: (row, now) => row.open && now >= (row.from ?? 0), compare: (a, b) => a.id.localeCompare(b.id) };
const row = (id: string, version = 1, more: Partial<Row> = {}): Row => ({ id, version, open: true, ...more });
const upsert = (changed: Row): Change<Row> => ({ kind: 'UPSERT', id: changed.id, row: changed });
const remove = (id: string): Change<Row> => ({ kind: 'REMOVE', id });

function seeded(...rows: Row[]): LiveRows<Row> {
  const list = new LiveRows(open);
  list.seed(rows, 0);
  return list;
}
const ids = (list: LiveRows<Row>) => list.items.map(({ id }) => id);
const waiting = (list: LiveRows<Row>) => list.waiting.map(({ id }) => id);

describe('rows on the screen', () => {
  it('shows the seed at once, in order', () => {
    expect(ids(seeded(row('c'), row('a'), row('b', 1, { open: false })))).toEqual(['a', 'c']);
  });

  it('patches a row in place and ignores an older version', () => {
    const list = seeded(row('a', 3), row('b'));
    expect(list.apply(upsert(row('a', 2, { open: false })), 0)).toBe(false);
    expect(list.apply(upsert(row('a', 4)), 0)).toBe(true);
    expect(list.items[0]?.row.version).toBe(4);
    expect(ids(list)).toEqual(['a', 'b']);
  });

  it('lets a new row wait until it is asked for, then puts it in its place', () => {
    const list = seeded(row('a'), row('c'));
    list.apply(upsert(row('b')), 0);
    expect(ids(list)).toEqual(['a', 'c']);
    expect(waiting(list)).toEqual(['b']);
    expect(list.showWaiting()).toEqual(['b']);
    expect(ids(list)).toEqual(['a', 'b', 'c']);
    expect(waiting(list)).toEqual([]);
  });

  it('forgets a waiting row that leaves before it was shown', () => {
    const list = seeded();
    list.apply(upsert(row('a')), 0);
    list.apply(upsert(row('a', 2, { open: false })), 0);
    expect(waiting(list)).toEqual([]);
    list.apply(upsert(row('b')), 0);
    list.apply(remove('b'), 0);
    expect(waiting(list)).toEqual([]);
  });

  it('shows the answer to our own action at once', () => {
    const list = seeded(row('a'));
    list.own(row('b'), 0);
    expect(ids(list)).toEqual(['a', 'b']);
    // also when the change came before the answer
    list.apply(upsert(row('c')), 0);
    list.own(row('c'), 0);
    expect(ids(list)).toEqual(['a', 'b', 'c']);
    expect(waiting(list)).toEqual([]);
  });

  it('lets a row wait that comes to match as time passes', () => {
    const list = seeded(row('a', 1, { from: 100 }));
    expect(ids(list)).toEqual([]);
    list.settle(100);
    expect(waiting(list)).toEqual(['a']);
  });

  it('starts a fresh screen for another view', () => {
    const list = seeded(row('a'), row('b', 1, { open: false }));
    list.apply(upsert(row('c', 1, { open: false })), 0);
    list.lookAt({ matches: (r) => !r.open, compare: open.compare }, 0);
    expect(ids(list)).toEqual(['b', 'c']);
    expect(waiting(list)).toEqual([]);
  });
});

describe('a row that leaves', () => {
  it('goes at once when nobody is on it', () => {
    const list = seeded(row('a'), row('b'));
    list.apply(upsert(row('a', 2, { open: false })), 0);
    list.apply(remove('b'), 0);
    expect(ids(list)).toEqual([]);
  });

  it('stays as a stub, with what became of it, while somebody is on it', () => {
    const list = seeded(row('a'), row('b'));
    list.pin(['a'], 0);
    list.apply(upsert(row('a', 2, { open: false })), 0);
    expect(list.items[0]).toEqual({ id: 'a', row: row('a', 2, { open: false }), stub: true, gone: false });
    list.pin(['b'], 0);
    expect(ids(list)).toEqual(['b']);
  });

  it('stays as a stub of what was known when it is no longer ours', () => {
    const list = seeded(row('a', 7));
    list.pin(['a'], 0);
    list.apply(remove('a'), 0);
    expect(list.items).toEqual([{ id: 'a', row: row('a', 7), stub: true, gone: true }]);
    expect(list.all).toEqual([]);
  });

  it('is a row again, in the same place, when it comes back', () => {
    const list = seeded(row('a'), row('b'), row('c'));
    list.pin(['b'], 0);
    list.apply(upsert(row('b', 2, { open: false })), 0);
    list.own(row('b', 3), 0);
    expect(list.items.map(({ id, stub }) => [id, stub])).toEqual([
      ['a', false],
      ['b', false],
      ['c', false],
    ]);
    expect(waiting(list)).toEqual([]);
  });
});

describe('hold and reload', () => {
  it('holds changes back and applies them in order', () => {
    const list = seeded(row('a'));
    list.hold();
    list.apply(upsert(row('a', 2, { open: false })), 0);
    list.apply(upsert(row('b')), 0);
    expect(ids(list)).toEqual(['a']);
    expect(list.heldCount).toBe(2);
    expect(list.resume(0)).toBe(2);
    expect(ids(list)).toEqual([]);
    expect(waiting(list)).toEqual(['b']);
  });

  it('keeps the screen, the pinned row and the newer version when the list is loaded again', () => {
    const list = seeded(row('a'), row('b', 5), row('c'));
    list.pin(['a'], 0);
    list.reseed([row('b', 4), row('c', 2), row('d')], 0);
    expect(list.items.map(({ id, stub, gone }) => [id, stub, gone])).toEqual([
      ['a', true, true],
      ['b', false, false],
      ['c', false, false],
    ]);
    expect(list.get('b')?.version).toBe(5);
    expect(waiting(list)).toEqual(['d']);
  });
});

/** Changes of a few rows as a server would send them: versions grow. */
const script = fc
  .array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), open: fc.boolean(), gone: fc.boolean() }), { maxLength: 40 })
  .map((steps) => {
    const versions = new Map<string, number>();
    return steps.map(({ id, open: isOpen, gone }): Change<Row> => {
      const version = (versions.get(id) ?? 1) + 1;
      versions.set(id, version);
      return gone ? remove(id) : upsert(row(id, version, { open: isOpen }));
    });
  });

describe('whatever comes', () => {
  it('ends up equal to a fresh load once shown and let go', () => {
    fc.assert(
      fc.property(script, fc.array(fc.constantFrom('hold', 'resume', 'show', 'pin', 'own'), { maxLength: 40 }), (changes, manners) => {
        const list = seeded(row('a'), row('b'));
        const truth = new Map([
          ['a', row('a')],
          ['b', row('b')],
        ]);
        changes.forEach((change, i) => {
          if (change.row) truth.set(change.row.id, change.row);
          else truth.delete(String(change.id));
          if (manners[i] === 'own' && change.row) list.own(change.row, 0);
          list.apply(change, 0);
          if (manners[i] === 'hold') list.hold();
          if (manners[i] === 'resume') list.resume(0);
          if (manners[i] === 'show') list.showWaiting();
          if (manners[i] === 'pin') list.pin([change.id ?? 'a'], 0);
        });
        list.resume(0);
        list.pin([], 0);
        list.showWaiting();
        const fresh = seeded(...truth.values());
        expect(list.items).toEqual(fresh.items);
      }),
    );
  });

  it('never moves what is on the screen by a change from outside', () => {
    fc.assert(
      fc.property(script, (changes) => {
        const list = seeded(row('a'), row('b'), row('c'));
        for (const change of changes) {
          const before = ids(list);
          list.apply(change, 0);
          expect(before.filter((id) => ids(list).includes(id))).toEqual(ids(list));
        }
      }),
    );
  });
});
