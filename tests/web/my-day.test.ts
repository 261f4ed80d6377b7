import type { OfferState, TaskState } from '@ww/shared/volunteer/terms';
import { describe, expect, it } from 'vitest';
import {
  type DayParts,
  freshOffers,
  freshTask,
  isOlder,
  isOpenOffer,
  openTaskIds,
  withoutOffer,
  withTask,
} from '../../web/src/lib/mine/day.ts';
import { dutyEnd } from '../../web/src/lib/mine/duty.ts';
import { byMonth, totalMinutes } from '../../web/src/lib/mine/hours.ts';

const at = (iso: string) => Date.parse(iso);

const offer = (id: string, state: OfferState = 'OPEN') => ({ id, state, expiresAt: '2026-11-26T11:30:00.000Z' });
const task = (id: string, state: TaskState, version = 1) => ({ id, state, version });
type Parts = DayParts<ReturnType<typeof offer>, ReturnType<typeof task>>;
const day = (offers: Parts['offers'], tasks: Parts['tasks']): Parts => ({ offers, tasks });

describe('an offer', () => {
  it('is open until its time, to the millisecond', () => {
    expect(isOpenOffer(offer('a'), at('2026-11-26T11:29:59.999Z'))).toBe(true);
    expect(isOpenOffer(offer('a'), at('2026-11-26T11:30:00.000Z'))).toBe(false);
    expect(isOpenOffer(offer('a', 'RELEASED'), at('2026-11-26T11:00:00Z'))).toBe(false);
  });

  it('is fresh when it can be answered and was not there', () => {
    const fresh = freshOffers(day([offer('a')], []), day([offer('a'), offer('b'), offer('c', 'EXPIRED')], []));
    expect(fresh.map(({ id }) => id)).toEqual(['b']);
  });

  it('that was declined leaves the others', () => {
    expect(withoutOffer(day([offer('a'), offer('b')], []), 'a').offers.map(({ id }) => id)).toEqual(['b']);
  });
});

describe('a task', () => {
  const before = day([], [task('done', 'DONE'), task('old', 'ACCEPTED')]);

  it('is open until it is done or gone', () => {
    const all = [task('a', 'ACCEPTED'), task('b', 'ON_THE_WAY'), task('c', 'DONE'), task('d', 'RETURNED'), task('e', 'TAKEN_BACK')];
    expect(openTaskIds(day([], all))).toEqual(['a', 'b']);
  });

  it('that came with a yes is the one that was not open before', () => {
    expect(freshTask(before, day([], [task('new', 'ACCEPTED'), ...before.tasks]))?.id).toBe('new');
    expect(freshTask(before, before)).toBeUndefined();
  });

  it('moves on alone in the guess', () => {
    expect(withTask(before, 'old', 'ON_THE_WAY').tasks.map(({ state }) => state)).toEqual(['DONE', 'ON_THE_WAY']);
  });
});

describe('of two days', () => {
  it('the one with an older version of a task is older; a task that is missing says nothing', () => {
    const known = day([], [task('a', 'ON_THE_WAY', 7), task('b', 'ACCEPTED', 3)]);
    expect(isOlder(day([], [task('a', 'ACCEPTED', 6), task('b', 'ACCEPTED', 4)]), known)).toBe(true);
    expect(isOlder(day([], [task('a', 'DONE', 8)]), known)).toBe(false);
    expect(isOlder(day([offer('x')], []), known)).toBe(false);
  });
});

describe('a duty', () => {
  it('ends at a full quarter, never sooner than asked', () => {
    expect(dutyEnd(at('2026-11-26T12:07:31+01:00'), 4)).toEqual(new Date('2026-11-26T15:15:00Z'));
    expect(dutyEnd(at('2026-11-26T12:00:00+01:00'), 1)).toEqual(new Date('2026-11-26T12:00:00Z'));
  });
});

describe('hours by month', () => {
  const entry = (taskId: string, endedAt: string, minutes: number) => ({ taskId, endedAt, minutes });
  // the last night of October belongs to November in Warsaw
  const entries = [
    entry('a', '2026-10-31T20:00:00Z', 40),
    entry('b', '2026-10-31T23:30:00Z', 20),
    entry('c', '2026-11-05T12:00:00Z', 60),
    entry('d', '2025-11-05T12:00:00Z', 15),
  ];

  it('are Warsaw’s months, the latest first, the latest task first', () => {
    expect(byMonth(entries).map(({ key, minutes, entries: own }) => [key, minutes, own.map(({ taskId }) => taskId)])).toEqual([
      ['2026-11', 80, ['c', 'b']],
      ['2026-10', 40, ['a']],
      ['2025-11', 15, ['d']],
    ]);
    expect(totalMinutes(entries)).toBe(135);
  });
});
