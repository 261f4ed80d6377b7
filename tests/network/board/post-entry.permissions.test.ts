import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { newEntry } from '../../support/board.ts';
import { useWorld } from '../../support/world.ts';
import { boardPermissions } from './board-permissions.ts';

describe('postEntry permissions', () => {
  boardPermissions(useWorld(), 'postEntry', ({ organisationId }) => {
    const input = newEntry(organisationId);
    return Promise.resolve({ subjectId: input.id, input: () => input, missing: () => ({ ...input, organisationId: newId() }) });
  });
});
