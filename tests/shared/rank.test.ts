import { rank, type Rankable } from '@ww/shared/volunteer/rank';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NOW = new Date('2026-11-26T11:00:00.000Z');
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);

/** Free, fit, asked two days ago. */
const someone = (id: string, over: Partial<Rankable> = {}): Rankable => ({
  ...{ id, failed: [], isFree: true, isOnDuty: false, lastAskedAt: ago(50), helpedBefore: 0, speaks: null, openTasks: 0 },
  ...over,
});
const order = (...candidates: Rankable[]) => rank(candidates, NOW).map(({ id }) => id);

describe('the order in which people are asked', () => {
  /** Each is better in one thing than the next, and worse in everything that counts less. */
  const worse = { lastAskedAt: ago(1), openTasks: 9 };
  it.each([
    ['whom no gate stops', someone('b', { ...worse, isFree: false }), someone('a', { failed: ['LOAD'] })],
    ['whom fewer gates stop', someone('b', { ...worse, failed: ['LOAD'] }), someone('a', { failed: ['LOAD', 'KIND'] })],
    ['who has time', someone('b', worse), someone('a', { isFree: false, lastAskedAt: null, helpedBefore: 5 })],
    [
      'who is on duty, as if they had time',
      someone('b', { isFree: false, isOnDuty: true }),
      someone('a', { isFree: false, lastAskedAt: null }),
    ],
    ['who was never asked', someone('b', { lastAskedAt: null, openTasks: 9 }), someone('a', { lastAskedAt: ago(9000), helpedBefore: 5 })],
    ['who was asked a day earlier', someone('b', { lastAskedAt: ago(72), openTasks: 9 }), someone('a', { helpedBefore: 5, speaks: 'UK' })],
    [
      'who has helped this person, of those asked on one day',
      someone('b', { helpedBefore: 1, openTasks: 9 }),
      someone('a', { speaks: 'UK' }),
    ],
    ['who has helped more often', someone('b', { helpedBefore: 2 }), someone('a', { helpedBefore: 1, speaks: 'UK' })],
    ['who speaks the language', someone('b', { speaks: 'UK', openTasks: 9 }), someone('a')],
    ['who has less to do', someone('b', { openTasks: 1, lastAskedAt: ago(49) }), someone('a', { openTasks: 2 })],
    ['who was asked an hour earlier', someone('b', { lastAskedAt: ago(51) }), someone('a')],
  ])('puts first %s', (_what, first, second) => {
    expect(order(second, first)).toEqual([first.id, second.id]);
    expect(order(first, second)).toEqual([first.id, second.id]);
  });

  it('is the same whatever order they come in, loses nobody and changes nothing', () => {
    const candidate = fc.record({
      id: fc.uuid(),
      failed: fc.subarray(['LOAD', 'KIND'] as const),
      isFree: fc.boolean(),
      isOnDuty: fc.boolean(),
      lastAskedAt: fc.option(fc.integer({ min: 0, max: 100 }).map(ago)),
      helpedBefore: fc.nat(2),
      speaks: fc.constantFrom('UK' as const, null),
      openTasks: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 20 }), fc.integer(), (candidates, turn) => {
        const before = structuredClone(candidates);
        const by = Math.abs(turn) % Math.max(candidates.length, 1);
        const turned = [...candidates.slice(by), ...candidates.slice(0, by)].toReversed();
        expect(order(...turned)).toEqual(order(...candidates));
        expect(order(...candidates).toSorted()).toEqual(candidates.map(({ id }) => id).toSorted());
        expect(candidates).toEqual(before);
      }),
    );
  });

  it('is fair: of people who are equal, nobody is asked twice more than another, however many are asked at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 })), { minLength: 60, maxLength: 60 }),
        (run) => {
          const people = Array.from({ length: 10 }, (_, at) => someone(String(at), { lastAskedAt: null }));
          const times = new Map(people.map(({ id }) => [id, 0]));
          let now = NOW.getTime();
          for (const [size, hours] of run) {
            now += hours * HOUR;
            for (const [place, who] of rank(people, new Date(now)).slice(0, size).entries()) {
              // as a wave writes it down: in the order of asking
              who.lastAskedAt = new Date(now + place);
              times.set(who.id, (times.get(who.id) ?? 0) + 1);
            }
            expect(Math.max(...times.values()) - Math.min(...times.values())).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});
