import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { anAction } from '../../support/meeting-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('finishAction permissions', () => {
  insidePermissions(useWorld(), 'finishAction', {
    ...{ action: 'action.finish', allowed: ['coordinator', 'member'], runs: true, own: true },
    async input({ meeting, coordinator, member }) {
      const { id } = await anAction(coordinator, meeting, member.personId);
      return { id, done: true };
    },
    subject: (input) => ('id' in input ? String(input.id) : ''),
  });
});
