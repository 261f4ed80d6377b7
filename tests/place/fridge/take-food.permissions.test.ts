import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { everybodyMay } from '../../support/fridge-permissions.ts';
import { leftFood } from '../../support/fridge-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('takeFood permissions', () => {
  const world = useWorld();
  everybodyMay(world, 'takeFood', async (place) => ({ input: { id: await leftFood(world, place) }, missing: { id: newId() } }));
});
