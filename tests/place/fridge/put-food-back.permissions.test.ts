import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { everybodyMay, fridgePermissions } from '../../support/fridge-permissions.ts';
import { resident } from '../../support/actors.ts';
import { didFridge, leftFood } from '../../support/fridge-steps.ts';
import { staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('putFoodBack permissions', () => {
  const world = useWorld();
  describe('of what was taken', () => {
    everybodyMay(world, 'putFoodBack', async (place) => {
      const id = await leftFood(world, place);
      await didFridge(resident(world), 'takeFood', { id });
      return { input: { id }, missing: { id: newId() } };
    });
  });
  describe('of what was discarded', () => {
    fridgePermissions(world, 'putFoodBack', async (place) => {
      const id = await leftFood(world, place);
      await didFridge(await staffOf(world, place), 'discardFood', { id });
      return { subjectId: id, input: { id } };
    });
  });
});
