import { allottedMs, fit, leftMs, project, spentMs, type ItemClock } from '@ww/shared/network/agenda';
import { ITEM_STATES } from '@ww/shared/network/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const MINUTE = 60_000;
const NOW = new Date('2026-12-03T16:00:00.000Z');
const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
const item = (id: string, over: Partial<ItemClock> = {}): ItemClock => ({
  ...{ id, state: 'PLANNED', minutes: 10, extraMinutes: 0, spentMs: 0, since: null },
  ...over,
});
const begins = (items: ItemClock[], from = NOW) =>
  [...project(items, from).begins].map(([id, begin]) => [id, (begin.getTime() - from.getTime()) / MINUTE]);
const end = (items: ItemClock[], from = NOW) => (project(items, from).end.getTime() - from.getTime()) / MINUTE;

describe('the clock of a point', () => {
  it('counts what was spent before and since', () => {
    expect(spentMs(item('a', { spentMs: 90_000 }), NOW)).toBe(90_000);
    expect(spentMs(item('a', { state: 'CURRENT', spentMs: 90_000, since: at(-2) }), NOW)).toBe(210_000);
  });

  it('has what is planned and what the leader added, and goes below zero', () => {
    expect(allottedMs({ minutes: 10, extraMinutes: 5 })).toBe(15 * MINUTE);
    const current = item('a', { state: 'CURRENT', extraMinutes: 5, since: at(-12) });
    expect(leftMs(current, NOW)).toBe(3 * MINUTE);
    expect(leftMs(current, at(4))).toBe(-MINUTE);
  });

  it('never runs backwards, should a clock be behind the one that began it', () => {
    expect(spentMs(item('a', { state: 'CURRENT', spentMs: 1000, since: at(1) }), NOW)).toBe(1000);
  });
});

describe('what is still to come', () => {
  it('begins one after another from the start', () => {
    const agenda = [item('a', { minutes: 5 }), item('b', { minutes: 20, extraMinutes: 10 }), item('c')];
    expect(begins(agenda)).toEqual([
      ['a', 0],
      ['b', 5],
      ['c', 35],
    ]);
    expect(end(agenda)).toBe(45);
  });

  it('waits for what is left of the current one, wherever it stands', () => {
    const agenda = [item('a'), item('b', { state: 'CURRENT', since: at(-4) }), item('c')];
    expect(begins(agenda)).toEqual([
      ['a', 6],
      ['c', 16],
    ]);
    expect(end(agenda)).toBe(26);
  });

  it('begins now when the current one is over its time', () => {
    expect(begins([item('a', { state: 'CURRENT', since: at(-14) }), item('b')])).toEqual([['b', 0]]);
  });

  it('takes only what is left of a point that was gone back from, and nothing of one that used all', () => {
    const agenda = [item('a', { spentMs: 7 * MINUTE }), item('b', { spentMs: 12 * MINUTE }), item('c')];
    expect(begins(agenda)).toEqual([
      ['a', 0],
      ['b', 3],
      ['c', 3],
    ]);
  });

  it.each(['DONE', 'PARKED', 'PROPOSED', 'REFUSED'] as const)('leaves out what is %s', (state) => {
    expect(begins([item('a', { state }), item('b')])).toEqual([['b', 0]]);
    expect(end([item('a', { state })])).toBe(0);
  });
});

describe('the agenda against the meeting’s length', () => {
  it.each([
    ['fits to the minute', 60, { planned: 60, available: 60, spare: 0 }],
    ['leaves some over', 90, { planned: 60, available: 90, spare: 30 }],
    ['is too long', 45, { planned: 60, available: 45, spare: -15 }],
    ['has no time left at all', -5, { planned: 60, available: 0, spare: -60 }],
  ])('%s', (_what, minutes, expected) => {
    expect(fit([item('a', { minutes: 25 }), item('b', { minutes: 35 })], NOW, at(minutes))).toEqual(expected);
  });

  it('counts begun minutes of what is left as whole, and of the time there is only whole ones', () => {
    const current = item('a', { state: 'CURRENT', since: new Date(NOW.getTime() - 30_000) });
    expect(fit([current], NOW, new Date(NOW.getTime() + 10 * MINUTE + 59_000))).toEqual({ planned: 10, available: 10, spare: 0 });
  });
});

const clock = fc.record({
  id: fc.uuid(),
  state: fc.constantFrom(...ITEM_STATES.filter((state) => state !== 'CURRENT')),
  minutes: fc.integer({ min: 1, max: 180 }),
  extraMinutes: fc.integer({ min: 0, max: 120 }),
  spentMs: fc.integer({ min: 0, max: 300 * MINUTE }),
  since: fc.constant(null),
});
const current = fc.record({
  ...{ id: fc.uuid(), state: fc.constant('CURRENT' as const), minutes: fc.integer({ min: 1, max: 180 }) },
  ...{ extraMinutes: fc.integer({ min: 0, max: 120 }), spentMs: fc.integer({ min: 0, max: 300 * MINUTE }) },
  since: fc.integer({ min: -300, max: 5 }).map(at),
});
const agenda = fc
  .tuple(fc.uniqueArray(clock, { selector: ({ id }) => id, maxLength: 20 }), fc.option(current), fc.nat())
  .map(([items, one, where]): ItemClock[] => (one ? (items as ItemClock[]).toSpliced(where % (items.length + 1), 0, one) : items));

describe('any agenda', () => {
  it('begins what is planned, all of it and nothing else, in its order, never before now and never after the end', () => {
    fc.assert(
      fc.property(agenda, (items) => {
        const projected = project(items, NOW);
        expect([...projected.begins.keys()]).toEqual(items.filter(({ state }) => state === 'PLANNED').map(({ id }) => id));
        const times = [NOW, ...projected.begins.values(), projected.end].map((time) => time.getTime());
        expect(times).toEqual(times.toSorted((one, other) => one - other));
      }),
    );
  });

  it('ends by so much later as its current point is extended, once that has time left', () => {
    fc.assert(
      fc.property(agenda, fc.integer({ min: 1, max: 60 }), (items, minutes) => {
        const extended = items.map((each) => (each.state === 'CURRENT' ? { ...each, extraMinutes: each.extraMinutes + minutes } : each));
        const running = items.find(({ state }) => state === 'CURRENT');
        const moved = project(extended, NOW).end.getTime() - project(items, NOW).end.getTime();
        const late = running ? Math.max(0, -leftMs(running, NOW)) : 0;
        expect(moved).toBe(running ? Math.max(0, minutes * MINUTE - late) : 0);
      }),
    );
  });

  it('ends at the same time while the current point has time left, and later with each moment over it', () => {
    fc.assert(
      fc.property(current, fc.array(clock, { maxLength: 10 }), fc.integer({ min: 6, max: 600 }), (running, others, minutes) => {
        const items = [running, ...others];
        const over = (now: Date) => Math.max(0, -leftMs(running, now));
        const [sooner, later] = [at(5), at(minutes)];
        const moved = project(items, later).end.getTime() - project(items, sooner).end.getTime();
        expect(moved).toBe(over(later) - over(sooner));
      }),
    );
  });

  it('ends at the same time in whatever order it goes', () => {
    fc.assert(
      fc.property(agenda, (items) => {
        expect(project(items.toReversed(), NOW).end).toEqual(project(items, NOW).end);
      }),
    );
  });

  it('fits as it is projected: what is spare is what stays between its end and the meeting’s', () => {
    fc.assert(
      fc.property(agenda, fc.integer({ min: 0, max: 600 }), (items, minutes) => {
        const { planned, available, spare } = fit(items, NOW, at(minutes));
        expect(available).toBe(minutes);
        expect(planned).toBeGreaterThanOrEqual(0);
        expect(spare).toBe(Math.floor((at(minutes).getTime() - project(items, NOW).end.getTime()) / MINUTE));
      }),
    );
  });
});
