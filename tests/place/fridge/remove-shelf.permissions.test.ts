import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { fridgePermissions } from '../../support/fridge-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('removeShelf permissions', () => {
  fridgePermissions(useWorld(), 'removeShelf', ({ dry }) => ({ subjectId: dry, input: { id: dry, version: 1 }, missing: { id: newId() } }));
});
