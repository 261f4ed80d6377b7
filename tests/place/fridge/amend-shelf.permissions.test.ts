import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { fridgePermissions } from '../../support/fridge-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('amendShelf permissions', () => {
  fridgePermissions(useWorld(), 'amendShelf', ({ dry }) => ({
    subjectId: dry,
    input: { id: dry, version: 1, name: 'Owoce', kind: 'DRY', rank: 2 },
    missing: { id: newId() },
  }));
});
