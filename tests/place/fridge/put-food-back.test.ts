import { newId } from '@ww/shared/id';
import { UNDO_WINDOW_MS } from '@ww/shared/request/transitions';
import { describe, expect, it } from 'vitest';
import { resident } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import {
  didFridge,
  foodsOf,
  fridgeSeen,
  leftFood,
  onceOnFridge,
  onFridge,
  recordedOnFridge,
  refusedFridge,
} from '../../support/fridge-steps.ts';
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

  it('undoes a part within thirty seconds, and once', async () => {
    const place = await plantPlace(world);
    const id = await leftFood(world, place);
    await didFridge(by(), 'takeFood', { id, left: 1 });
    world.clock.advance(UNDO_WINDOW_MS / 1000 - 1);
    const board = await recordedOnFridge(world, by(), place, 'putFoodBack', { id, version: 2 }, { subjectId: id, action: 'food.take' });
    expect(foodsOf(board)).toMatchObject([{ id, amount: 3, version: 3 }]);
    for (const version of [2, 4]) expect(await refusedFridge(world, by(), 'putFoodBack', { id, version })).toMatchObject({ code: 'STALE' });
    expect(await refusedFridge(world, by(), 'putFoodBack', { id, version: 3 })).toMatchObject({ code: 'CONFLICT' });
  });

  it('puts no part back after thirty seconds, nor without being told which', async () => {
    const place = await plantPlace(world);
    const id = await leftFood(world, place);
    await didFridge(by(), 'takeFood', { id, left: 1 });
    expect(await refusedFridge(world, by(), 'putFoodBack', { id })).toMatchObject({ code: 'CONFLICT', conflict: { state: 'THERE' } });
    world.clock.advance(UNDO_WINDOW_MS / 1000 + 1);
    expect((await refusedFridge(world, by(), 'putFoodBack', { id, version: 2 })).fields).toEqual([{ path: 'id', rule: 'undoLate' }]);
  });

  it('puts nothing back of what somebody else took since', async () => {
    const place = await plantPlace(world);
    const id = await leftFood(world, place);
    await didFridge(by(), 'takeFood', { id, left: 2 });
    await didFridge(by(), 'takeFood', { id, left: 1 });
    expect(await refusedFridge(world, by(), 'putFoodBack', { id, version: 2 })).toMatchObject({ code: 'STALE' });
    expect(foodsOf(await didFridge(by(), 'putFoodBack', { id, version: 3 }))).toMatchObject([{ id, amount: 2 }]);
    // and what was left is taken whole: the part before is no part of that
    await didFridge(by(), 'takeFood', { id, left: 1 });
    await didFridge(by(), 'takeFood', { id });
    expect(await refusedFridge(world, by(), 'putFoodBack', { id, version: 5 })).toMatchObject({ code: 'STALE' });
    expect(foodsOf(await didFridge(by(), 'putFoodBack', { id }))).toMatchObject([{ id, amount: 1 }]);
  });

  it('gives a part back once, of eight who tap at once', async () => {
    const place = await plantPlace(world);
    const id = await leftFood(world, place);
    await didFridge(by(), 'takeFood', { id, left: 1 });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, who) => onFridge(resident(world, `198.51.102.${who}`), 'putFoodBack', { id, version: 2 })),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(foodsOf(await fridgeSeen(world, place))).toMatchObject([{ id, amount: 3 }]);
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
