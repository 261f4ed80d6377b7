import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident } from '../../support/actors.ts';
import { aFood, didFridge, foodsOf, fridgeSeen, leftFood, onceOnFridge, refusedFridge } from '../../support/fridge-steps.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { plantPlace, staffOf, type PlantedPlace } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('amendFridge', () => {
  const world = useWorld();
  async function planted() {
    const place = await plantPlace(world);
    return { place, staff: await staffOf(world, place) };
  }
  const rules = (place: PlantedPlace, over: object = {}) => ({
    ...{ id: place.id, version: 1, hasFridge: true, refused: ['ALCOHOL'], homeMadeDays: 2, coldMax: 6 },
    ...over,
  });

  it('sets what may not be left, how long home-made food stays and how warm it may be', async () => {
    const { place, staff } = await planted();
    const board = await didFridge(staff, 'amendFridge', rules(place));
    expect(board).toMatchObject({ version: 2, refused: ['ALCOHOL'], homeMadeDays: 2, coldMax: 6 });
    expect(await fridgeSeen(world, place)).toMatchObject({ version: 2, refused: ['ALCOHOL'], homeMadeDays: 2, coldMax: 6 });
    expect(await eventsOf(world, place.id)).toMatchObject([{ topic: 'place', scope: place.id, version: 2 }]);
    expect(await auditOf(world, place.id)).toMatchObject([{ action: 'fridge.tend', actor_id: staff.personId, outcome: 'DONE' }]);
  });

  it('lets what lies there keep its day', async () => {
    const { place, staff } = await planted();
    await leftFood(world, place, { kind: 'COOKED', what: 'Zupa', madeOn: '2026-11-25', bestBefore: null });
    await didFridge(staff, 'amendFridge', rules(place, { homeMadeDays: 0, refused: ['COOKED'] }));
    expect(foodsOf(await fridgeSeen(world, place))).toMatchObject([{ staysUntil: '2026-11-28' }]);
  });

  it('judges temperatures by what holds now', async () => {
    const { place, staff } = await planted();
    await didFridge(staff, 'logTemperature', { id: newId(), shelfId: place.cold, degrees: 6 });
    expect((await fridgeSeen(world, place)).shelves[0]?.temperature?.isTooWarm).toBe(true);
    await didFridge(staff, 'amendFridge', rules(place));
    expect((await fridgeSeen(world, place)).shelves[0]?.temperature?.isTooWarm).toBe(false);
  });

  it('takes the fridge out of use and back: nothing goes in or out meanwhile, nothing is lost', async () => {
    const { place, staff } = await planted();
    const id = await leftFood(world, place);
    await didFridge(staff, 'amendFridge', rules(place, { hasFridge: false }));
    const closed = { code: 'INVALID', fields: [{ path: 'id', rule: 'placeClosed' }] };
    expect(await refusedFridge(world, resident(world), 'takeFood', { id })).toMatchObject(closed);
    expect(await refusedFridge(world, resident(world), 'putFood', aFood(place))).toMatchObject(closed);
    expect((await fridgeSeen(world, place)).place.hasFridge).toBe(false);

    const board = await didFridge(staff, 'amendFridge', rules(place, { version: 2 }));
    expect(foodsOf(board)).toMatchObject([{ id }]);
    await didFridge(resident(world), 'takeFood', { id });
  });

  it('tells whoever saves over another’s change', async () => {
    const { place, staff } = await planted();
    await didFridge(staff, 'amendFridge', rules(place));
    expect(await refusedFridge(world, staff, 'amendFridge', rules(place))).toMatchObject({ code: 'STALE', version: 2 });
  });

  it.each([
    [{ homeMadeDays: -1 }, 'homeMadeDays', 'tooSmall'],
    [{ homeMadeDays: 15 }, 'homeMadeDays', 'tooLarge'],
    [{ coldMax: -1 }, 'coldMax', 'tooSmall'],
    [{ coldMax: 13 }, 'coldMax', 'tooLarge'],
  ])('refuses %j', async (over, path, rule) => {
    const { place, staff } = await planted();
    expect((await refusedFridge(world, staff, 'amendFridge', rules(place, over))).fields).toMatchObject([{ path, rule }]);
  });

  it('keeps a kind once, in the list’s order, and is done once for one key', async () => {
    const { place, staff } = await planted();
    await onceOnFridge(world, staff, 'amendFridge', rules(place, { refused: ['ALCOHOL', 'RAW_MEAT', 'ALCOHOL'] }));
    expect((await fridgeSeen(world, place)).refused).toEqual(['RAW_MEAT', 'ALCOHOL']);
  });
});
