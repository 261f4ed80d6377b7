import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { onceAt, recordedAt, refusedAt } from '../../support/place-steps.ts';
import { aBooking, at, didPlace, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';
import { newWeek } from './new-week.ts';
import { suspendedIn } from './suspended.ts';

describe('setHours', () => {
  const world = useWorld();
  async function planted() {
    const place = await plantPlace(world);
    return { place, staff: await staffOf(world, place) };
  }
  const rows = (placeId: string) =>
    world.orm.em.fork().execute<{ id: string }[]>('select id from opening_week where place_id = ? order by from_day', [placeId]);

  it('sets a week from a day on, beside the one that holds until then', async () => {
    const { place, staff } = await planted();
    const { id, placeId: _placeId, ...week } = newWeek(place.id);

    const seen = await recordedAt(world, staff, place, 'setHours', { id, placeId: place.id, ...week });

    expect(seen.weeks).toEqual([{ from: '2026-01-01', until: null, weekly: seen.weeks[0]?.weekly }, week]);
    expect((await rows(place.id))[1]).toEqual({ id });
    const told = seen.upcoming.map(({ from, to }) => [from, to]);
    expect(told[0]).toEqual([at('2026-11-26T12:00'), at('2026-11-26T20:00')]);
    expect(told.filter(([from = '']) => from >= at('2026-12-01T00:00')).slice(0, 3)).toEqual([
      [at('2026-12-01T08:00'), at('2026-12-01T12:00')],
      [at('2026-12-01T16:00'), at('2026-12-01T22:00')],
      [at('2026-12-02T08:00'), at('2026-12-02T12:00')],
    ]);
  });

  it('takes the place of a week that began on the same day, and after its last day the one before holds again', async () => {
    const { place, staff } = await planted();
    await didPlace(staff, 'setHours', newWeek(place.id));
    const known = await rows(place.id);
    const weekly = [{ weekday: 2, from: 600, to: 660 }];
    const { weeks, upcoming } = await didPlace(staff, 'setHours', newWeek(place.id, { until: '2026-12-01', weekly }));
    expect(weeks.slice(1)).toEqual([{ from: '2026-12-01', until: '2026-12-01', weekly }]);
    expect(await rows(place.id)).toEqual(known);
    expect(upcoming.slice(2, 4)).toEqual([
      { from: at('2026-12-01T10:00'), to: at('2026-12-01T11:00') },
      { from: at('2026-12-02T12:00'), to: at('2026-12-02T20:00') },
    ]);
  });

  it('suspends just what it leaves outside, once, and brings back what fits again', async () => {
    const { place, staff } = await planted();
    const day = (date: string, from: string, to: string) => ({ startsAt: at(`${date}T${from}`), endsAt: at(`${date}T${to}`) });
    const before = await aBooking(staff, place, day('2026-11-27', '14:00', '15:00'));
    const inside = await aBooking(staff, place, day('2026-12-02', '16:00', '18:00'));
    const across = await aBooking(staff, place, day('2026-12-02', '14:00', '15:00'));
    await didPlace(staff, 'setHours', newWeek(place.id));
    expect(await suspendedIn(world, place)).toEqual([across.id]);
    await didPlace(staff, 'setHours', newWeek(place.id, { from: '2026-12-05' }));
    expect(await suspendedIn(world, place)).toEqual([across.id]);
    await didPlace(staff, 'setHours', newWeek(place.id, { weekly: [{ weekday: 3, from: 840, to: 1080 }] }));
    expect(await suspendedIn(world, place)).toEqual([]);
    const versions = await world.orm.em.fork().execute('select id, version from booking where place_id = ? order by starts_at', [place.id]);
    expect(versions).toEqual([
      { id: before.id, version: 1 },
      { id: across.id, version: 3 },
      { id: inside.id, version: 1 },
    ]);
  });

  it('without any hours closes from that day on', async () => {
    const { place, staff } = await planted();
    const { upcoming } = await didPlace(staff, 'setHours', newWeek(place.id, { from: '2026-11-27', weekly: [] }));
    expect(upcoming).toEqual([{ from: at('2026-11-26T12:00'), to: at('2026-11-26T20:00') }]);
  });

  it.each<[string, object, string, string]>([
    ['a last day before the first', { until: '2026-11-30' }, 'until', 'daysOrder'],
    ['hours that end before they start', { weekly: [{ weekday: 1, from: 700, to: 600 }] }, 'weekly.0.to', 'hoursOrder'],
    [
      ...([
        'hours that meet',
        {
          weekly: [
            [1, 600, 700],
            [2, 0, 60],
            [1, 699, 800],
          ].map(([weekday, from, to]) => ({ weekday, from, to })),
        },
      ] as const),
      ...(['weekly.2.from', 'hoursOverlap'] as const),
    ],
    ['an eighth day of the week', { weekly: [{ weekday: 8, from: 600, to: 700 }] }, 'weekly.0.weekday', 'tooLarge'],
    ['a minute after midnight', { weekly: [{ weekday: 1, from: 600, to: 1441 }] }, 'weekly.0.to', 'tooLarge'],
    ['a minute before midnight', { weekly: [{ weekday: 1, from: -1, to: 60 }] }, 'weekly.0.from', 'tooSmall'],
    ['a day that is none', { from: '2026-02-30' }, 'from', 'day'],
    ['a last day that is none', { until: 'w piątek' }, 'until', 'day'],
    [
      'more openings than a week has',
      { weekly: Array.from({ length: 29 }, (_, at) => ({ weekday: 1, from: at, to: at + 1 })) },
      'weekly',
      'tooLong',
    ],
  ])('refuses %s', async (_what, over, path, rule) => {
    const { place, staff } = await planted();
    expect(await refusedAt(world, staff, 'setHours', newWeek(place.id, over))).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
  });

  it('refuses an id that is taken by another week', async () => {
    const { place, staff } = await planted();
    const { id } = newWeek(place.id);
    await didPlace(staff, 'setHours', newWeek(place.id, { id }));
    const { fields } = await refusedAt(world, staff, 'setHours', newWeek(place.id, { id, from: '2026-12-02' }));
    expect(fields).toEqual([{ path: 'id', rule: 'taken' }]);
  });

  it('of several from one day at once keeps one week, which is one of them', async () => {
    const { place, staff } = await planted();
    const weeks = [600, 660, 720].map((from) => newWeek(place.id, { weekly: [{ weekday: 2, from, to: 800 }] }));
    await Promise.all(weeks.map((week) => didPlace(staff, 'setHours', week)));
    const seen = await didPlace(staff, 'setOpeningDay', { id: place.id, day: '2027-01-05', hours: null });
    expect(seen.weeks).toHaveLength(2);
    expect(weeks.map(({ weekly }) => weekly)).toContainEqual(seen.weeks[1]?.weekly);
  });

  it('answers the same again for the same key, and not for another', async () => {
    const { place, staff } = await planted();
    await onceAt(world, staff, 'setHours', newWeek(place.id));
    expect(await refusedAt(world, staff, 'setHours', newWeek(newId()))).toEqual({ code: 'NOT_FOUND' });
  });
});
