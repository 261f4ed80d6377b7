import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { anEntry, said } from '../../support/board.ts';
import { useWorld } from '../../support/world.ts';
import { boardPermissions } from './board-permissions.ts';

describe('amendEntry permissions', () => {
  boardPermissions(useWorld(), 'amendEntry', async (member) => {
    const { id, version } = await anEntry(member);
    const about = (of: string) => ({ id: of, version, ...said({ amount: 50 }) });
    return { subjectId: id, input: () => about(id), missing: () => about(newId()) };
  });
});
