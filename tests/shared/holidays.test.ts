import { holidaysOf, INTERPRETER_NOTICE_DAYS, isLateNotice, isWorkingDay, workingDaysBefore } from '@ww/shared/holidays';
import { fromWarsaw, inWarsaw } from '@ww/shared/time';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const YEARS = Array.from({ length: 21 }, (_none, index) => 2020 + index);
const poland = new Holidays('PL', { timezone: 'Europe/Warsaw', types: ['public'] });

describe("Poland's statutory holidays", () => {
  it.each(YEARS)('of %i are those of an independent calendar', (year) => {
    const expected = poland.getHolidays(year).map(({ date }) => date.slice(0, 10));
    expect(expected.length).toBeGreaterThanOrEqual(13);
    expect(holidaysOf(year).map(String)).toEqual([...new Set(expected)].toSorted());
  });

  it('hold 24 December since 2025, and not before', () => {
    expect(holidaysOf(2024).map(String)).not.toContain('2024-12-24');
    expect(holidaysOf(2025).map(String)).toContain('2025-12-24');
  });

  it.each([
    ['2026-11-10', true, 'a Tuesday'],
    ['2026-11-11', false, 'Independence Day'],
    ['2026-11-14', false, 'a Saturday'],
    ['2026-11-15', false, 'a Sunday'],
    ['2027-05-27', false, 'Corpus Christi'],
    ['2027-05-28', true, 'the Friday after it'],
  ])('%s: %s, being %s', (day, works) => {
    expect(isWorkingDay(Temporal.PlainDate.from(day))).toBe(works);
  });
});

describe('the notice for an interpreter', () => {
  it.each([
    ['three whole working days', '2026-11-19T23:59', '2026-11-25T08:00', 3, false],
    ['a minute later the day is another and one is missing', '2026-11-20T00:00', '2026-11-25T08:00', 2, true],
    ['a holiday between does not count', '2026-11-06T12:00', '2026-11-12T17:00', 2, true],
    ['nor does Christmas Eve', '2026-12-21T09:00', '2026-12-29T09:00', 3, false],
    ['the year turns', '2026-12-30T12:00', '2027-01-07T12:00', 3, false],
    ['the day itself', '2026-11-25T08:00', '2026-11-25T17:00', 0, true],
    ['the day after', '2026-11-24T08:00', '2026-11-25T17:00', 0, true],
    ['a meeting that was', '2026-11-25T08:00', '2026-11-03T17:00', 0, true],
  ])('%s', (_what, now, start, days, late) => {
    expect(workingDaysBefore(fromWarsaw(start), fromWarsaw(now))).toBe(days);
    expect(isLateNotice(fromWarsaw(now), fromWarsaw(start))).toBe(late);
  });

  it('is told at once for a date thousands of years away', () => {
    const from = performance.now();
    expect(isLateNotice(new Date('2026-11-26T11:00Z'), new Date('9999-11-26T11:00Z'))).toBe(false);
    expect(performance.now() - from).toBeLessThan(100);
  });

  it('goes by the days of Warsaw, whatever the hour and the clocks', () => {
    const free = new Set(YEARS.flatMap((year) => poland.getHolidays(year).map(({ date }) => date.slice(0, 10))));
    const hour = 3_600_000;
    const between = { min: Date.parse('2020-01-02T00:00Z') / hour, max: Date.parse('2040-10-01T00:00Z') / hour };
    fc.assert(
      fc.property(fc.integer(between), fc.integer({ min: 0, max: 60 * 24 }), (from, hours) => {
        const [now, start] = [new Date(from * hour), new Date((from + hours) * hour)];
        // by brute force, hour by hour: the local days met on the way, without the first and the last
        const met = new Set<string>();
        for (let at = from; at <= from + hours; at++)
          met.add(
            inWarsaw(at * hour)
              .toPlainDate()
              .toString(),
          );
        const inside = [...met].slice(1, -1).filter((day) => !free.has(day) && ![0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay()));
        expect(workingDaysBefore(start, now)).toBe(inside.length);
        expect(isLateNotice(now, start)).toBe(inside.length < INTERPRETER_NOTICE_DAYS);
      }),
      { numRuns: 60 },
    );
  });
});
