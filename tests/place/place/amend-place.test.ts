import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { onceAt, recordedAt, refusedAt } from '../../support/place-steps.ts';
import { aBooking, at, bookingsOf, didPlace, onPlace, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';
import { amended } from './new-place.ts';

describe('amendPlace', () => {
  const world = useWorld();
  async function planted() {
    const place = await plantPlace(world);
    return { place, staff: await staffOf(world, place) };
  }

  it('changes what a place says of itself and lets its borrowers do, and nothing else', async () => {
    const { place, staff } = await planted();
    const before = await didPlace(staff, 'setOpeningDay', { id: place.id, day: '2027-01-08', hours: [] });
    const words = amended();
    const after = await recordedAt(world, staff, place, 'amendPlace', { id: place.id, ...words }, 'place.write');
    expect(after).toEqual({ ...before, ...words, phone: '+48223004222', version: 2 });
  });

  it.each([
    ['name', '', 'required'],
    ['address', 'A'.repeat(201), 'tooLong'],
    ['phone', 'brak', 'phone'],
    ['shortestMinutes', 10, 'tooSmall'],
    ['shortestMinutes', 241, 'tooLarge'],
    ['longestMinutes', 721, 'tooLarge'],
    ['longestMinutes', 44, 'tooSmall'],
    ['daysAhead', 0, 'tooSmall'],
    ['daysAhead', 366, 'tooLarge'],
    ['perMonth', 0, 'tooSmall'],
    ['perMonth', 101, 'tooLarge'],
  ])('refuses the field %s: %j', async (path, value, rule) => {
    const { place, staff } = await planted();
    const { code, fields } = await refusedAt(world, staff, 'amendPlace', { id: place.id, ...amended({ [path]: value }) });
    expect([code, fields]).toMatchObject(['INVALID', [{ path, rule }]]);
  });

  it('does not overwrite what another has changed meanwhile, also at the same moment', async () => {
    const { place, staff } = await planted();
    const other = await staffOf(world, place);
    const answers = await Promise.all([staff, other].map((by) => onPlace(by, 'amendPlace', { id: place.id, ...amended() })));
    const lost = answers.filter(({ errors }) => errors).map(errorOf);
    expect(lost).toEqual([{ code: 'STALE', version: 2 }]);
    expect(await refusedAt(world, other, 'amendPlace', { id: place.id, ...amended() })).toEqual({ code: 'STALE', version: 2 });
  });

  it('suspends what falls on a holiday from now on, and leaves what is longer than one may book', async () => {
    const { place, staff } = await planted();
    await didPlace(staff, 'amendPlace', { id: place.id, ...amended({ shortestMinutes: 30 }) });
    const day = (date: string) => ({ startsAt: at(`${date}T12:00`), endsAt: at(`${date}T18:00`) });
    const [eve, usual] = [await aBooking(staff, place, day('2026-12-24')), await aBooking(staff, place, day('2026-12-23'))];
    await didPlace(staff, 'amendPlace', { id: place.id, ...amended({ version: 2, closedOnHolidays: true }) });
    const suspended = async () => (await bookingsOf(world, place.id)).map(({ id, suspended_at }) => [id, suspended_at !== null]);
    expect(await suspended()).toEqual([
      [usual.id, false],
      [eve.id, true],
    ]);
    await didPlace(staff, 'amendPlace', { id: place.id, ...amended({ version: 3 }) });
    expect((await suspended()).filter(([, is]) => is)).toEqual([]);
  });

  it('answers the same again for the same key', async () => {
    const { place, staff } = await planted();
    await onceAt(world, staff, 'amendPlace', { id: place.id, ...amended() });
  });
});
