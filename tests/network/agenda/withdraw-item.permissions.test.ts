import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { proposal } from '../../support/meeting-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('withdrawItem permissions', () => {
  const world = useWorld();

  describe('of a point on the agenda', () => {
    insidePermissions(world, 'withdrawItem', {
      ...{ action: 'agenda.propose', allowed: ['coordinator', 'deputy'], runs: false },
      input: ({ items }) => ({ id: items[0] }),
    });
  });

  describe('of a member’s own proposal', () => {
    insidePermissions(world, 'withdrawItem', {
      ...{ action: 'agenda.propose', allowed: ['coordinator', 'deputy', 'member'], runs: false, own: true },
      async input({ meeting, member }) {
        const { id } = await proposal(member, meeting);
        return { id };
      },
    });
  });
});
