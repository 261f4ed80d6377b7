import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('parkItem permissions', () => {
  insidePermissions(useWorld(), 'parkItem', {
    ...{ action: 'meeting.lead', allowed: ['coordinator', 'deputy'], runs: true },
    input: ({ meeting, items }) => ({ id: meeting, from: items[0] }),
  });
});
