import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { didMeeting } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('approveMinutes permissions', () => {
  insidePermissions(useWorld(), 'approveMinutes', {
    ...{ action: 'minutes.write', allowed: ['coordinator'], runs: true },
    async input({ meeting, coordinator }) {
      await didMeeting(coordinator, 'endMeeting', { id: meeting });
      return { id: meeting, version: 1 };
    },
  });
});
