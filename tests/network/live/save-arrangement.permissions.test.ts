import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { aVote } from '../../support/meeting-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('saveArrangement permissions', () => {
  insidePermissions(useWorld(), 'saveArrangement', {
    ...{ action: 'meeting.lead', allowed: ['coordinator', 'deputy'], runs: true },
    async input({ meeting }, who) {
      const { id } = await aVote(who, meeting);
      return { id, round: 1, for: 3, against: 1, abstained: 0 };
    },
  });
});
