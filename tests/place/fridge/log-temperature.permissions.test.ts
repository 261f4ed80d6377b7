import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { fridgePermissions } from '../../support/fridge-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('logTemperature permissions', () => {
  fridgePermissions(useWorld(), 'logTemperature', ({ cold }) => ({
    subjectId: cold,
    input: { id: newId(), shelfId: cold, degrees: 4 },
    missing: { shelfId: newId() },
  }));
});
