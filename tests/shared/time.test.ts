import { fromWarsaw, inWarsaw, startOfWarsawDay } from '@ww/shared/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const utc = (iso: string) => new Date(iso);

describe('time in Warsaw', () => {
  it.each([
    ['winter', '2026-01-15T12:00', '2026-01-15T11:00:00Z'],
    ['summer', '2026-07-15T12:00', '2026-07-15T10:00:00Z'],
    ['just before the spring change', '2026-03-29T01:59', '2026-03-29T00:59:00Z'],
    ['in the hour that spring skips: an hour later', '2026-03-29T02:30', '2026-03-29T01:30:00Z'],
    ['just after the spring change', '2026-03-29T03:00', '2026-03-29T01:00:00Z'],
    ['in the hour that autumn repeats: the first of the two', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['after the autumn change', '2026-10-25T03:00', '2026-10-25T02:00:00Z'],
  ])('reads a wall clock in %s', (_when, wall, instant) => {
    expect(fromWarsaw(wall)).toEqual(utc(instant));
    expect(fromWarsaw(Temporal.PlainDateTime.from(wall))).toEqual(utc(instant));
  });

  it.each([
    ['2026-03-29T00:59:00Z', '2026-03-29T01:59:00'],
    ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00'],
    ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00'],
  ])('shows %s as %s', (instant, wall) => {
    expect(inWarsaw(utc(instant)).toPlainDateTime().toString()).toBe(wall);
    expect(inWarsaw(Date.parse(instant)).toPlainDateTime().toString()).toBe(wall);
  });

  it.each([
    ['an ordinary day', '2026-11-26T11:00:00Z', '2026-11-25T23:00:00Z'],
    ['the last second of a day', '2026-11-26T22:59:59.999Z', '2026-11-25T23:00:00Z'],
    ['midnight itself', '2026-11-26T23:00:00Z', '2026-11-26T23:00:00Z'],
    ['the spring day, of 23 hours', '2026-03-29T21:59:59Z', '2026-03-28T23:00:00Z'],
    ['the day after it', '2026-03-29T22:00:00Z', '2026-03-29T22:00:00Z'],
    ['the autumn day, of 25 hours', '2026-10-25T22:59:59Z', '2026-10-24T22:00:00Z'],
    ['the day after it', '2026-10-25T23:00:00Z', '2026-10-25T23:00:00Z'],
  ])('begins %s at its midnight', (_what, instant, start) => {
    expect(startOfWarsawDay(utc(instant))).toEqual(utc(start));
  });

  it('goes there and back for every instant outside the repeated hour', () => {
    const repeated = [utc('2026-10-25T01:00:00Z').getTime(), utc('2026-10-25T02:00:00Z').getTime()] as const;
    const instants = fc
      .integer({ min: Date.parse('2026-01-01T00:00:00Z') / 1000, max: Date.parse('2026-12-31T00:00:00Z') / 1000 })
      .map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(instants, (instant) => {
        fc.pre(instant < repeated[0] || instant >= repeated[1]);
        expect(fromWarsaw(inWarsaw(instant).toPlainDateTime()).getTime()).toBe(instant);
        expect(startOfWarsawDay(instant).getTime()).toBeLessThanOrEqual(instant);
      }),
    );
  });
});
