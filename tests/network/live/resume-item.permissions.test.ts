import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('resumeItem permissions', () => {
  insidePermissions(useWorld(), 'resumeItem', {
    ...{ action: 'meeting.lead', allowed: ['coordinator', 'deputy'], runs: true },
    input: ({ meeting, items }) => ({ id: meeting, from: items[0], itemId: items[2] }),
  });
});
