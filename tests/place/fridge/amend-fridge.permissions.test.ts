import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { fridgePermissions } from '../../support/fridge-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('amendFridge permissions', () => {
  fridgePermissions(useWorld(), 'amendFridge', ({ id }) => ({
    subjectId: id,
    input: { id, version: 1, hasFridge: true, refused: [], homeMadeDays: 1, coldMax: 6 },
    missing: { id: newId() },
  }));
});
