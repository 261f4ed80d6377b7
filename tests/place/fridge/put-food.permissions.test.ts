import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { everybodyMay } from '../../support/fridge-permissions.ts';
import { aFood } from '../../support/fridge-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('putFood permissions', () => {
  everybodyMay(useWorld(), 'putFood', (place) => ({ input: aFood(place), missing: { shelfId: newId() } }));
});
