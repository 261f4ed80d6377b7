import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { aHand } from '../../support/meeting-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('lowerHand permissions', () => {
  insidePermissions(useWorld(), 'lowerHand', {
    ...{ action: 'meeting.answer', allowed: ['member'], runs: true, own: true },
    input: async ({ meeting, member }) => ({ id: (await aHand(member, meeting)).id }),
  });
});
