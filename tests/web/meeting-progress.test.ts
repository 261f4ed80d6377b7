import { describe, expect, it } from 'vitest';
import {
  afterCurrent,
  ahead,
  countdown,
  currentOf,
  lasting,
  leftOf,
  numbered,
  parked,
  steps,
  type Timed,
  titleSize,
} from '../../web/src/lib/network/live/progress.ts';

const START = Date.parse('2026-12-01T17:00:00+01:00');
const MINUTE = 60_000;
const at = (minutes: number) => START + minutes * MINUTE;
const iso = (minutes: number) => new Date(at(minutes)).toISOString();

const item = (id: string, state: Timed['state'], minutes: number, over: Partial<Timed> = {}): Timed => ({
  ...{ id, title: id, kind: 'DISCUSSION', state, presenter: null, minutes, extraMinutes: 0, spentMs: 0, since: null },
  ...over,
});

/** 41 minutes in: two done, the third running since 18 minutes, three to come, one put aside, one that was only proposed. */
const items = [
  item('follow-up', 'DONE', 10, { spentMs: 12 * MINUTE }),
  item('newcomers', 'DONE', 10, { spentMs: 9 * MINUTE }),
  item('insurance', 'PARKED', 10, { spentMs: 2 * MINUTE }),
  item('winter', 'CURRENT', 25, { since: iso(23.3) }),
  item('drivers', 'PLANNED', 15),
  item('interpreter', 'PLANNED', 5),
  item('idea', 'PROPOSED', 30),
  item('gala', 'PLANNED', 20),
];
const meeting = { row: { state: 'RUNNING' as const, startsAt: iso(0), endsAt: iso(90) }, items };
const now = at(41);

describe('where a meeting stands', () => {
  it('numbers what it goes through: what is put aside and what was only proposed is out of it', () => {
    expect(numbered(items).map(({ id }) => id)).toEqual(['follow-up', 'newcomers', 'winter', 'drivers', 'interpreter', 'gala']);
    expect(parked(items).map(({ id }) => id)).toEqual(['insurance']);
    expect(currentOf(items)?.id).toBe('winter');
    expect(currentOf(items.slice(0, 2))).toBeNull();
  });

  it('tells when each item will begin, and when all is over', () => {
    const coming = ahead(meeting, now);
    expect(coming.items.map(({ item: { id }, at: begins }) => [id, (begins.getTime() - START) / MINUTE])).toEqual([
      ['drivers', 48.3],
      ['interpreter', 63.3],
      ['gala', 68.3],
    ]);
    expect(coming.end).toEqual(new Date(at(88.3)));
  });

  it('counts from the planned start before it began, and from now when that has passed', () => {
    const before = { row: { ...meeting.row, state: 'PUBLISHED' as const }, items: [item('only', 'PLANNED', 30)] };
    expect(ahead(before, at(-60)).end).toEqual(new Date(at(30)));
    expect(ahead(before, at(10)).end).toEqual(new Date(at(40)));
    expect(afterCurrent(before, at(-60))).toEqual({ planned: 30, available: 90, spare: 60 });
  });

  it('sets what comes after the current item against what is left of the meeting then', () => {
    expect(afterCurrent(meeting, now)).toEqual({ planned: 40, available: 41, spare: 1 });
    const longer = { ...meeting, items: items.map((one) => (one.id === 'winter' ? { ...one, extraMinutes: 10 } : one)) };
    expect(afterCurrent(longer, now)).toEqual({ planned: 40, available: 31, spare: -9 });
    // an item that outlasts the meeting
    const endless = { ...meeting, items: items.map((one) => (one.id === 'winter' ? { ...one, minutes: 90 } : one)) };
    expect(afterCurrent(endless, now)).toEqual({ planned: 40, available: 0, spare: -64 });
    // over its time it takes no more of what is planned, but the meeting's time goes on
    expect(afterCurrent(meeting, at(58))).toEqual({ planned: 40, available: 32, spare: -8 });
  });
});

describe('a clock', () => {
  it('counts down to nothing and goes on below it', () => {
    const winter = items[3] as Timed;
    expect(countdown(leftOf(winter, at(23.3)))).toBe('25:00');
    expect(countdown(leftOf(winter, now))).toBe('7:18');
    expect(countdown(1)).toBe('0:01');
    expect(countdown(0)).toBe('0:00');
    expect(countdown(-999)).toBe('0:00');
    expect(countdown(-1_000)).toBe('−0:01');
    expect(countdown(-65_400)).toBe('−1:05');
    expect(countdown(72 * MINUTE + 5_000)).toBe('72:05');
  });

  it('tells how long it has lasted in hours and minutes', () => {
    expect(lasting(41 * MINUTE + 59_000)).toBe('0:41');
    expect(lasting(125 * MINUTE)).toBe('2:05');
    expect(lasting(-5_000)).toBe('0:00');
  });

  it('fills its steps one a minute, all of them only when the time is over, and no more than fit on a phone', () => {
    const winter = items[3] as Timed;
    expect(steps(winter, at(41))).toEqual({ total: 25, done: 17 });
    expect(steps(winter, at(48.3) - 1)).toEqual({ total: 25, done: 24 });
    expect(steps(winter, at(60))).toEqual({ total: 25, done: 25 });
    expect(steps(item('long', 'CURRENT', 180, { since: iso(0) }), at(90))).toEqual({ total: 40, done: 20 });
  });
});

describe('a title on the wall', () => {
  it.each([
    ['Zimowe dyżury zakupowe', 'xl'],
    ['Zasoby i potrzeby: brak kierowców', 'l'],
    ['Krótka przedświąteczna zbiórka', 'm'],
    ['Kto z nas odbiera paczki z magazynu w grudniu i w styczniu', 'm'],
    ['Konstantynopolitańczykowianka', 'xs'],
    ['Jak dzielimy samochody, przyczepy i wózki, kiedy spadnie śnieg i stanie komunikacja', 's'],
  ])('"%s" is set in %s', (title, size) => {
    expect(titleSize(title)).toBe(size);
  });
});
