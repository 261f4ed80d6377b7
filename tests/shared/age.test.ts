import { bandOf, URGENT_AFTER_MIN, WAIT_AFTER_MIN } from '@ww/shared/request/age';
import { PRIORITIES } from '@ww/shared/request/kinds';
import { STATES, type State } from '@ww/shared/request/transitions';
import { describe, expect, it } from 'vitest';

const MINUTE = 60_000;
const created = Date.parse('2026-11-26T11:00:00Z');
const dueTo = created + 300 * MINUTE;
const after = (minutes: number, state: State, over: object = {}) =>
  bandOf({ state, priority: 'NORMAL', createdAt: created, dueTo, ...over }, created + minutes * MINUTE);

describe('the age of a request', () => {
  it('is told by words that change at 60 and 120 minutes from intake', () => {
    expect([WAIT_AFTER_MIN, URGENT_AFTER_MIN]).toEqual([60, 120]);
  });

  it.each([
    [0, 'new'],
    [59.99, 'new'],
    [60, 'wait'],
    [119.99, 'wait'],
    [120, 'urgent'],
    [240, 'urgent'],
  ])('after %s minutes without anyone: %s', (minutes, band) => {
    expect(after(minutes, 'NEW')).toBe(band);
    expect(after(minutes, 'TRIAGED')).toBe(band);
  });

  it('is urgent at once where it was marked so, until somebody takes it', () => {
    expect(after(0, 'NEW', { priority: 'URGENT' })).toBe('urgent');
    expect(after(0, 'TRIAGED', { priority: 'URGENT' })).toBe('urgent');
    expect(after(0, 'ACCEPTED', { priority: 'URGENT' })).toBe('taken');
    expect(after(0, 'NEW', { priority: 'LOW' })).toBe('new');
  });

  it('is urgent past the due time, taken or not, and not at the due time itself', () => {
    for (const state of ['ACCEPTED', 'IN_PROGRESS'] as const) {
      expect(after(300, state)).toBe('taken');
      expect(after(300.01, state)).toBe('urgent');
    }
    expect(after(5, 'NEW', { dueTo: created + MINUTE })).toBe('urgent');
  });

  it('has an end, whatever the time and the priority', () => {
    for (const priority of PRIORITIES) {
      expect(after(10_000, 'DONE', { priority })).toBe('done');
      expect(after(10_000, 'CANCELLED', { priority })).toBe('cancelled');
    }
    expect(STATES).toHaveLength(7);
  });
});
