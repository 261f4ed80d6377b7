import { RATE_LIMITS } from '@ww/server/platform/limits';
import { newId } from '@ww/shared/id';
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
import { auditOf } from '../../support/log.ts';
import { plantPlace } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('takeFood', () => {
  const world = useWorld();
  const by = () => resident(world);
  async function planted(over: object = {}) {
    const place = await plantPlace(world);
    return { place, id: await leftFood(world, place, over) };
  }

  it('takes all of it off the shelf, which remembers when, and keeps nothing of who took it', async () => {
    const { place, id } = await planted();
    const board = await recordedOnFridge(world, by(), place, 'takeFood', { id }, { subjectId: id, action: 'food.take' });
    expect(foodsOf(board)).toEqual([]);
    expect(board.shelves.map(({ lastTakenAt }) => lastTakenAt)).toEqual([null, world.clock.in(0)]);
    expect((await auditOf(world, id)).map(({ actor_id, actor_name }) => [actor_id, actor_name])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('takes a part and leaves what is said to be left', async () => {
    const { place, id } = await planted();
    const board = await recordedOnFridge(world, by(), place, 'takeFood', { id, left: 2 }, { subjectId: id, action: 'food.take' });
    expect(foodsOf(board)).toMatchObject([{ id, amount: 2, version: 2 }]);
    expect(board.shelves[1]?.lastTakenAt).toBeNull();
    await didFridge(by(), 'takeFood', { id, left: 0 });
    expect(foodsOf(await fridgeSeen(world, place))).toEqual([]);
  });

  it('leaves neither more than there was nor as much, nor less than nothing', async () => {
    const { id } = await planted();
    for (const left of [3, 4]) {
      expect((await refusedFridge(world, by(), 'takeFood', { id, left })).fields).toEqual([{ path: 'left', rule: 'tooLarge', limit: 2 }]);
    }
    expect((await refusedFridge(world, by(), 'takeFood', { id, left: -1 })).fields).toMatchObject([{ path: 'left', rule: 'tooSmall' }]);
    expect((await refusedFridge(world, by(), 'takeFood', { id, left: 1000 })).fields).toMatchObject([{ path: 'left', rule: 'tooLarge' }]);
  });

  it('tells whoever comes second that it is gone, and since when', async () => {
    const { id } = await planted();
    await didFridge(by(), 'takeFood', { id });
    const takenAt = world.clock.in(0);
    world.clock.advance(5);
    expect(await refusedFridge(world, by(), 'takeFood', { id })).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { by: null, at: takenAt, state: 'TAKEN' } },
    });
  });

  it('gives the last of it to one of eight who tap at once', async () => {
    const place = await plantPlace(world);
    for (let round = 0; round < 10; round++) {
      const id = await leftFood(world, place);
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, who) => onFridge(resident(world, `198.51.101.${who}`), 'takeFood', { id })),
      );
      expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
      expect(answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code))).toEqual(
        Array.from({ length: 7 }, () => 'CONFLICT'),
      );
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    }
    expect(foodsOf(await fridgeSeen(world, place))).toEqual([]);
  });

  it('is done once for one key', async () => {
    const { id } = await planted();
    await onceOnFridge(world, by(), 'takeFood', { id });
  });

  it('knows no food that never was', async () => {
    await planted();
    expect(errorOf(await onFridge(by(), 'takeFood', { id: newId() })).code).toBe('NOT_FOUND');
    expect(errorOf(await onFridge(by(), 'takeFood', { id: 'x' })).fields).toEqual([{ path: 'id', rule: 'uuid' }]);
  });

  it('is limited by address', async () => {
    const { id } = await planted();
    const { hits, seconds } = RATE_LIMITS.takeFood;
    await didFridge(by(), 'takeFood', { id });
    for (let each = 1; each < hits; each++) expect(errorOf(await onFridge(by(), 'takeFood', { id })).code).toBe('CONFLICT');
    expect(errorOf(await onFridge(by(), 'takeFood', { id }))).toMatchObject({ code: 'RATE_LIMITED', retryAfter: seconds });
    expect(errorOf(await onFridge(resident(world, '198.51.100.8'), 'takeFood', { id })).code).toBe('CONFLICT');
  });
});
