import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('moveItem permissions', () => {
  insidePermissions(useWorld(), 'moveItem', {
    ...{ action: 'agenda.order', allowed: ['coordinator', 'deputy'], runs: false },
    input: ({ items }) => ({ id: items[0], afterId: items[2] }),
  });
});
