import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('noteItem permissions', () => {
  insidePermissions(useWorld(), 'noteItem', {
    ...{ action: 'meeting.lead', allowed: ['coordinator', 'deputy'], runs: true },
    input: ({ meeting, items }) => ({ id: meeting, itemId: items[1], version: 1, note: 'Koce są w bibliotece.' }),
  });
});
