import { describe, expect, it } from 'vitest';
import { dayOf, dueOf, type OwnDue, ownDueOf, todayUntil } from '../../web/src/lib/request/due.ts';

const at = (iso: string) => Date.parse(iso);
const none: OwnDue = { date: '', from: '', to: '' };
const own = (date: string, to: string, from = ''): OwnDue => ({ date, from, to });

describe('today until', () => {
  it('is three hours ahead on a full hour, at most 20:00', () => {
    expect(todayUntil(at('2026-11-26T12:07:00+01:00'))).toBe(16);
    expect(todayUntil(at('2026-11-26T12:00:00+01:00'))).toBe(15);
    expect(todayUntil(at('2026-11-26T18:30:00+01:00'))).toBe(20);
    expect(todayUntil(at('2026-11-26T19:00:00+01:00'))).toBeNull();
  });
});

describe('a due window', () => {
  const now = at('2026-11-26T12:07:00+01:00');

  it('is read on the clock of Warsaw', () => {
    expect(dueOf('soon', none, now)).toEqual({ from: null, to: '2026-11-26T13:07:00.000Z' });
    expect(dueOf('today', none, now)).toEqual({ from: null, to: '2026-11-26T15:00:00.000Z' });
    expect(dueOf('tomorrow', none, now)).toEqual({ from: '2026-11-27T07:00:00.000Z', to: '2026-11-27T11:00:00.000Z' });
    expect(dueOf('other', own('2026-11-28', '14:30', '13:00'), now)).toEqual({
      from: '2026-11-28T12:00:00.000Z',
      to: '2026-11-28T13:30:00.000Z',
    });
  });

  it('of today turns into tomorrow when the day is over', () => {
    expect(dueOf('today', none, at('2026-11-26T21:00:00+01:00'))?.to).toBe('2026-11-27T11:00:00.000Z');
  });

  it('is missing while its own date is unfinished', () => {
    expect(dueOf('other', own('', '12:00'), now)).toBeNull();
    expect(dueOf('other', own('2026-11-28', ''), now)).toBeNull();
  });

  it('keeps the wall clock over both changes of the clocks', () => {
    // 29 March 2026: 2:00 becomes 3:00; 25 October 2026: 3:00 becomes 2:00
    expect(dueOf('tomorrow', none, at('2026-03-28T12:00:00+01:00'))?.to).toBe('2026-03-29T10:00:00.000Z');
    expect(dueOf('tomorrow', none, at('2026-10-24T12:00:00+02:00'))?.to).toBe('2026-10-25T11:00:00.000Z');
    expect(dueOf('other', own('2026-03-29', '02:30'), now)?.to).toBe('2026-03-29T01:30:00.000Z');
    expect(dueOf('other', own('2026-10-25', '02:30'), now)?.to).toBe('2026-10-25T00:30:00.000Z');
  });
});

describe('an instant in the fields', () => {
  it('comes back as the same instant', () => {
    const due = dueOf('other', own('2026-11-28', '14:30', '13:00'), 0);
    expect(ownDueOf(due?.from ?? null, due?.to ?? '')).toEqual(own('2026-11-28', '14:30', '13:00'));
  });

  it('shows no start that falls on another day', () => {
    expect(ownDueOf('2026-11-27T20:00:00Z', '2026-11-28T09:00:00Z').from).toBe('');
  });
});

describe('the day of an instant', () => {
  it('turns at midnight in Warsaw', () => {
    const now = at('2026-11-26T23:30:00+01:00');
    expect(dayOf('2026-11-26T22:59:00Z', now)).toBe('today');
    expect(dayOf('2026-11-26T23:00:00Z', now)).toBe('tomorrow');
    expect(dayOf('2026-11-28T10:00:00Z', now)).toBe('other');
  });
});
