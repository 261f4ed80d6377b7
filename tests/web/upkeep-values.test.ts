import { landingOf } from '../../web/src/lib/account/next.ts';
import { checkDay, checkWeek, weekInput, weekOn } from '../../web/src/lib/upkeep/hours-values.ts';
import { checkDetails, checkRoom, detailsOf, roomValues, slugOf } from '../../web/src/lib/upkeep/values.ts';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';

const PLACE = {
  ...{ id: newId(), version: 1, name: 'MAL we Włochach', address: 'Rejonowa 6/8', phone: '+48223004220' },
  ...{ shortestMinutes: 30, longestMinutes: 240, daysAhead: 60, perMonth: 4, closedOnHolidays: true },
  approval: 'STAFF' as const,
  weeks: [
    { from: '2026-01-01', until: null, weekly: [{ weekday: 2, from: 720, to: 1200 }] },
    { from: '2026-07-01', until: '2026-08-31', weekly: [] },
  ],
};

describe('what the upkeep of a place takes', () => {
  it('makes the end of an address out of a name', () => {
    expect(slugOf('MAL we Włochach')).toBe('mal-we-wlochach');
    expect(slugOf('  Świetlica „Żółw” — 2  ')).toBe('swietlica-zolw-2');
    expect(slugOf('Łą'.repeat(60))).toHaveLength(60);
  });

  it('takes details as they are saved, and tells what is no number and what is shorter than the shortest', () => {
    expect(checkDetails(PLACE, detailsOf(PLACE))).toEqual([]);
    expect(checkDetails(PLACE, { ...detailsOf(PLACE), perMonth: 'dużo' })).toMatchObject([{ path: 'perMonth' }]);
    expect(checkDetails(PLACE, { ...detailsOf(PLACE), shortestMinutes: '120', longestMinutes: '60' })).toEqual([
      { path: 'longestMinutes', rule: 'tooSmall', limit: 120 },
    ]);
    expect(checkRoom(roomValues(null)).map(({ path }) => path)).toEqual(['name', 'capacity']);
  });

  it('knows which of two weeks counts on a day: the later one while it holds', () => {
    expect(weekOn(PLACE, '2026-06-30')?.from).toBe('2026-01-01');
    expect(weekOn(PLACE, '2026-07-01')?.from).toBe('2026-07-01');
    expect(weekOn(PLACE, '2026-09-01')?.from).toBe('2026-01-01');
    expect(weekOn(PLACE, '2025-12-31')).toBeUndefined();
  });

  it('checks hours as the server does, midnight as an end included', () => {
    const week = { from: '2026-12-01', until: '', weekly: [{ weekday: 5, from: '18:00', to: '00:00' }] };
    expect(checkWeek(week)).toEqual([]);
    expect(weekInput('p', week)).toMatchObject({ until: null, weekly: [{ weekday: 5, from: 1080, to: 1440 }] });
    expect(checkWeek({ ...week, until: '2026-11-30' })).toEqual([{ path: 'until', rule: 'daysOrder' }]);
    expect(checkWeek({ ...week, weekly: [{ weekday: 5, from: '18:00', to: '' }] })).toMatchObject([{ path: 'weekly.0.to' }]);
    expect(checkDay({ day: '2026-12-05', hours: [{ from: '12:00', to: '11:00' }] })).toEqual([{ path: 'hours.0.to', rule: 'hoursOrder' }]);
    expect(checkDay({ day: '', hours: [] })).toMatchObject([{ path: 'day' }]);
  });

  it('leads whoever works at a place to the places', () => {
    expect(landingOf({ personId: 'p', grants: [{ role: 'PLACE_STAFF', scope: PLACE.id }] })).toBe('/przestrzenie');
  });
});
