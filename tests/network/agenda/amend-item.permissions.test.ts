import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { proposal } from '../../support/meeting-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('amendItem permissions', () => {
  const world = useWorld();

  describe('of a point on the agenda', () => {
    insidePermissions(world, 'amendItem', {
      ...{ action: 'agenda.propose', allowed: ['coordinator', 'deputy'], runs: false },
      input: ({ items }) => ({ id: items[0], version: 1, title: 'Koce i kołdry', kind: 'DECISION', presenter: null, minutes: 15 }),
    });
  });

  describe('of a member’s own proposal', () => {
    insidePermissions(world, 'amendItem', {
      ...{ action: 'agenda.propose', allowed: ['coordinator', 'deputy', 'member'], runs: false, own: true },
      async input({ meeting, member }) {
        const { id } = await proposal(member, meeting);
        return { id, version: 1, title: 'Koce i kołdry', kind: 'DECISION', presenter: null, minutes: 15 };
      },
    });
  });
});
