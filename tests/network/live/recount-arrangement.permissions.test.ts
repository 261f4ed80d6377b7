import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { aVote } from '../../support/meeting-steps.ts';
import { useWorld } from '../../support/world.ts';

describe('recountArrangement permissions', () => {
  insidePermissions(useWorld(), 'recountArrangement', {
    ...{ action: 'meeting.lead', allowed: ['coordinator', 'deputy'], runs: true },
    input: ({ meeting }, who) => aVote(who, meeting),
  });
});
