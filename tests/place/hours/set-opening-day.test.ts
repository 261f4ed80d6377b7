import { describe, expect, it } from 'vitest';
import { onceAt, recordedAt, refusedAt } from '../../support/place-steps.ts';
import { aBooking, at, didPlace, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';
import { suspendedIn } from './suspended.ts';

describe('setOpeningDay', () => {
  const world = useWorld();
  async function planted() {
    const place = await plantPlace(world);
    return { place, staff: await staffOf(world, place) };
  }
  const HOURS = [
    { from: 600, to: 720 },
    { from: 900, to: 1440 },
  ];

  it('gives one day hours of its own, and on the day after it is as usual', async () => {
    const { place, staff } = await planted();
    const seen = await recordedAt(world, staff, place, 'setOpeningDay', { id: place.id, day: '2026-11-27', hours: HOURS });
    expect(seen.days).toEqual([{ day: '2026-11-27', hours: HOURS }]);
    expect(seen.upcoming.slice(1, 4)).toEqual([
      { from: at('2026-11-27T10:00'), to: at('2026-11-27T12:00') },
      { from: at('2026-11-27T15:00'), to: at('2026-11-28T00:00') },
      { from: at('2026-12-01T12:00'), to: at('2026-12-01T20:00') },
    ]);
  });

  it('opens on a holiday, is replaced by what is said later, and taken back by nothing', async () => {
    const { place, staff } = await planted();
    const set = (hours: object[] | null) => didPlace(staff, 'setOpeningDay', { id: place.id, day: '2026-12-25', hours });
    await set(HOURS);
    await aBooking(staff, place, { startsAt: at('2026-12-25T10:00'), endsAt: at('2026-12-25T12:00') });
    expect((await set(HOURS.slice(1))).days).toEqual([{ day: '2026-12-25', hours: HOURS.slice(1) }]);
    expect(await suspendedIn(world, place)).toHaveLength(1);
    await set(HOURS);
    expect(await suspendedIn(world, place)).toEqual([]);
    expect((await set(null)).days).toEqual([]);
    expect(await suspendedIn(world, place)).toHaveLength(1);
  });

  it('without hours closes the day, and suspends what falls into it and nothing else', async () => {
    const { place, staff } = await planted();
    const hit = await aBooking(staff, place);
    await aBooking(staff, place, { startsAt: at('2026-12-01T14:00'), endsAt: at('2026-12-01T16:00') });
    const seen = await didPlace(staff, 'setOpeningDay', { id: place.id, day: '2026-11-27', hours: [] });
    expect(seen.days).toEqual([{ day: '2026-11-27', hours: [] }]);
    expect(seen.upcoming[1]?.from).toBe(at('2026-12-01T12:00'));
    expect(await suspendedIn(world, place)).toEqual([hit.id]);
  });

  it('is told from today on', async () => {
    const { place, staff } = await planted();
    const set = (day: string) => didPlace(staff, 'setOpeningDay', { id: place.id, day, hours: [] });
    await set('2026-11-28');
    await set('2026-11-25');
    expect((await set('2026-11-26')).days.map(({ day }) => day)).toEqual(['2026-11-26', '2026-11-28']);
  });

  it('as usual again where it was usual changes nothing', async () => {
    const { place, staff } = await planted();
    expect((await didPlace(staff, 'setOpeningDay', { id: place.id, day: '2026-11-27', hours: null })).days).toEqual([]);
  });

  it.each<[string, object, string, string]>([
    ['a day that is none', { day: '2026-11-31' }, 'day', 'day'],
    ['hours that end before they start', { hours: [HOURS[0], { from: 800, to: 800 }] }, 'hours.1.to', 'hoursOrder'],
    ['hours that meet', { hours: [...HOURS, { from: 1000, to: 1010 }] }, 'hours.2.from', 'hoursOverlap'],
    ['a minute after midnight', { hours: [{ from: 1439, to: 1441 }] }, 'hours.0.to', 'tooLarge'],
    ['more than four openings', { hours: [0, 1, 2, 3, 4].map((each) => ({ from: each, to: each + 1 })) }, 'hours', 'tooLong'],
  ])('refuses %s', async (_what, over, path, rule) => {
    const { place, staff } = await planted();
    const input = { id: place.id, day: '2026-11-27', hours: HOURS, ...over };
    expect(await refusedAt(world, staff, 'setOpeningDay', input)).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
  });

  it('of several for one day at once keeps one of them whole', async () => {
    const { place, staff } = await planted();
    const ways = [[], HOURS, HOURS.slice(1)];
    await Promise.all(ways.map((hours) => didPlace(staff, 'setOpeningDay', { id: place.id, day: '2026-11-27', hours })));
    const { days } = await didPlace(staff, 'setOpeningDay', { id: place.id, day: '2027-01-05', hours: null });
    expect(days).toHaveLength(1);
    expect(ways).toContainEqual(days[0]?.hours);
  });

  it('answers the same again for the same key', async () => {
    const { place, staff } = await planted();
    await onceAt(world, staff, 'setOpeningDay', { id: place.id, day: '2026-11-27', hours: HOURS });
  });
});
