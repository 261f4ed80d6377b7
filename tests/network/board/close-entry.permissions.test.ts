import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { anEntry } from '../../support/board.ts';
import { useWorld } from '../../support/world.ts';
import { boardPermissions } from './board-permissions.ts';

describe('closeEntry permissions', () => {
  boardPermissions(useWorld(), 'closeEntry', async (member) => {
    const { id } = await anEntry(member);
    return { subjectId: id, input: () => ({ id }), missing: () => ({ id: newId() }) };
  });
});
