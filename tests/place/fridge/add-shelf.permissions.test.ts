import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { fridgePermissions } from '../../support/fridge-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('addShelf permissions', () => {
  fridgePermissions(useWorld(), 'addShelf', ({ id }) => ({
    subjectId: id,
    input: { id: newId(), placeId: id, name: 'Owoce', kind: 'DRY', rank: 2 },
    missing: { placeId: newId() },
  }));
});
