import { expect, test } from 'vitest';
import { leastLoaded, onDutyAt } from '../../web/src/lib/roster/duty.ts';

const on = (openTasks: number, maxOpen: number, lastAskedAt: string | null) => ({
  volunteer: { dutyUntil: '2026-11-22T17:00:00Z', openTasks, maxOpen, lastAskedAt },
});

test('whoever can take no more comes after everybody who can, however few tasks they have', () => {
  const full = on(1, 1, null);
  const busy = on(2, 4, '2026-11-22T07:00:00Z');
  const free = on(0, 2, '2026-11-22T07:00:00Z');
  const neverAsked = on(0, 2, null);
  expect([full, busy, free, neverAsked].toSorted(leastLoaded)).toEqual([neverAsked, free, busy, full]);
});

test('a duty is over at the moment at which it ends', () => {
  const end = Date.parse('2026-11-22T17:00:00Z');
  expect(onDutyAt(on(0, 1, null), end - 1)).toBe(true);
  expect(onDutyAt(on(0, 1, null), end)).toBe(false);
});
