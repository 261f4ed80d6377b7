import { newId } from '@ww/shared/id';
import { UNDO_WINDOW_MS } from '@ww/shared/request/transitions';
import { describe, expect, it } from 'vitest';
import { resident } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { didFridge, foodsOf, leftFood, onceOnFridge, onFridge, recordedOnFridge, refusedFridge } from '../../support/fridge-steps.ts';
import { closing, didPlace, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('putFoodBack', () => {
  const world = useWorld();
  const by = () => resident(world);
  async function taken() {
    const place = await plantPlace(world);
    const id = await leftFood(world, place);
    await didFridge(by(), 'takeFood', { id });
    return { place, id };
  }

  it('undoes a tap within thirty seconds: it lies there as before', async () => {
    const { place, id } = await taken();
    world.clock.advance(UNDO_WINDOW_MS / 1000 - 1);
    const board = await recordedOnFridge(world, by(), place, 'putFoodBack', { id }, { subjectId: id, action: 'food.take' });
    expect(foodsOf(board)).toMatchObject([{ id, amount: 3, staysUntil: '2026-11-28', version: 3 }]);
    expect(board.shelves.map(({ lastTakenAt }) => lastTakenAt)).toEqual([null, null]);
    await didFridge(by(), 'takeFood', { id });
  });

  it('is too late after thirty seconds', async () => {
    const { id } = await taken();
    world.clock.advance(UNDO_WINDOW_MS / 1000 + 1);
    expect((await refusedFridge(world, by(), 'putFoodBack', { id })).fields).toEqual([{ path: 'id', rule: 'undoLate' }]);
  });

  it('has nothing to undo while it is there', async () => {
    const place = await plantPlace(world);
    const id = await leftFood(world, place);
    expect(await refusedFridge(world, by(), 'putFoodBack', { id })).toMatchObject({ code: 'CONFLICT', conflict: { state: 'THERE' } });
  });

  it('works also when the place closed in between: what was tapped by mistake is there', async () => {
    const { place, id } = await taken();
    await didPlace(await staffOf(world, place), 'closePlace', closing(place, { from: world.clock.in(1), to: world.clock.in(3_600) }));
    world.clock.advance(2);
    expect(foodsOf(await didFridge(by(), 'putFoodBack', { id }))).toMatchObject([{ id }]);
  });

  it('is done once for one key, and knows no food that never was', async () => {
    const { id } = await taken();
    await onceOnFridge(world, by(), 'putFoodBack', { id });
    expect(errorOf(await onFridge(by(), 'putFoodBack', { id: newId() })).code).toBe('NOT_FOUND');
    expect(errorOf(await onFridge(by(), 'putFoodBack', { id: 'x' })).fields).toEqual([{ path: 'id', rule: 'uuid' }]);
  });
});
