import { describe } from 'vitest';
import { meetingPermissions } from '../../support/meeting-permissions.ts';
import { newMeeting } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('callMeeting permissions', () => {
  meetingPermissions(useWorld(), 'callMeeting', {
    ...{ action: 'meeting.call', allowed: ['DISTRICT_COORDINATOR'] },
    prepare() {
      const input = newMeeting();
      // a district that runs no Network
      return Promise.resolve({ subjectId: input.id, input, missing: { ...input, district: 'wola' } });
    },
  });
});
