import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('startMeeting permissions', () => {
  insidePermissions(useWorld(), 'startMeeting', {
    ...{ action: 'meeting.lead', allowed: ['coordinator', 'deputy'], runs: false },
    input: ({ meeting }) => ({ id: meeting }),
  });
});
