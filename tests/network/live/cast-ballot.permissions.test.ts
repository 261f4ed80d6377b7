import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { aVote } from '../../support/meeting-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('castBallot permissions', () => {
  insidePermissions(useWorld(), 'castBallot', {
    ...{ action: 'meeting.answer', allowed: ['deputy', 'member'], runs: true },
    async input({ meeting, coordinator }) {
      const { id } = await aVote(coordinator, meeting);
      return { id, round: 1, ballot: 'FOR' };
    },
  });
});
