import { describe, expect, it } from 'vitest';
import { resident } from '../../support/actors.ts';
import { didFridge, foodsOf, leftFood, onceOnFridge, recordedOnFridge, refusedFridge } from '../../support/fridge-steps.ts';
import { plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('discardFood', () => {
  const world = useWorld();
  async function planted() {
    const place = await plantPlace(world);
    return { place, staff: await staffOf(world, place), id: await leftFood(world, place) };
  }

  it('takes it off the shelf; nobody is said to have taken it', async () => {
    const { place, staff, id } = await planted();
    const board = await recordedOnFridge(world, staff, place, 'discardFood', { id }, { subjectId: id, action: 'fridge.tend' });
    expect(foodsOf(board)).toEqual([]);
    expect(board.shelves.map(({ lastTakenAt }) => lastTakenAt)).toEqual([null, null]);
  });

  it('also while the place is closed: spoilt food waits for no opening', async () => {
    const { staff, id } = await planted();
    world.clock.set('2026-11-29T12:00:00.000Z');
    expect(foodsOf(await didFridge(staff, 'discardFood', { id }))).toEqual([]);
  });

  it('is undone by staff within thirty seconds, and by nobody else', async () => {
    const { place, staff, id } = await planted();
    await didFridge(staff, 'discardFood', { id });
    expect((await refusedFridgeOf(id)).code).toBe('UNAUTHENTICATED');
    const colleague = await staffOf(world, place);
    expect(foodsOf(await didFridge(colleague, 'putFoodBack', { id }))).toMatchObject([{ id, version: 3 }]);
    await didFridge(staff, 'discardFood', { id });
    world.clock.advance(31);
    expect((await refusedFridge(world, staff, 'putFoodBack', { id })).fields).toEqual([{ path: 'id', rule: 'undoLate' }]);
  });

  it('is told when it is gone already', async () => {
    const { staff, id } = await planted();
    await didFridge(resident(world), 'takeFood', { id });
    expect(await refusedFridge(world, staff, 'discardFood', { id })).toMatchObject({ code: 'CONFLICT', conflict: { state: 'TAKEN' } });
  });

  it('is done once for one key', async () => {
    const { staff, id } = await planted();
    await onceOnFridge(world, staff, 'discardFood', { id });
  });

  const refusedFridgeOf = (id: string) => refusedFridge(world, resident(world), 'putFoodBack', { id });
});
