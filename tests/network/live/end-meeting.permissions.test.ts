import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('endMeeting permissions', () => {
  insidePermissions(useWorld(), 'endMeeting', {
    ...{ action: 'meeting.lead', allowed: ['coordinator', 'deputy'], runs: true },
    input: ({ meeting }) => ({ id: meeting }),
  });
});
