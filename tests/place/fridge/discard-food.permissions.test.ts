import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { fridgePermissions } from '../../support/fridge-permissions.ts';
import { leftFood } from '../../support/fridge-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('discardFood permissions', () => {
  const world = useWorld();
  fridgePermissions(world, 'discardFood', async (place) => {
    const id = await leftFood(world, place);
    return { subjectId: id, input: { id }, missing: { id: newId() } };
  });
});
