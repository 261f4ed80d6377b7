import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { proposal } from '../../support/meeting-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('answerItem permissions', () => {
  insidePermissions(useWorld(), 'answerItem', {
    ...{ action: 'agenda.answer', allowed: ['coordinator'], runs: false },
    async input({ meeting, member }) {
      const { id } = await proposal(member, meeting);
      return { id, accepted: true };
    },
  });
});
