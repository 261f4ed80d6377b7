import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { newPoint } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('proposeItem permissions', () => {
  insidePermissions(useWorld(), 'proposeItem', {
    ...{ action: 'agenda.propose', allowed: ['coordinator', 'deputy', 'member'], runs: false },
    input: ({ meeting }) => newPoint(meeting),
  });
});
