import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { aHand } from '../../support/meeting-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('endVoice permissions', () => {
  insidePermissions(useWorld(), 'endVoice', {
    ...{ action: 'meeting.lead', allowed: ['coordinator', 'deputy'], runs: true },
    input: async ({ meeting, member }) => ({ id: (await aHand(member, meeting)).id }),
  });
});
