import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { meetingPermissions } from '../../support/meeting-permissions.ts';
import { aMeeting, meetingDetails } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('amendMeeting permissions', () => {
  meetingPermissions(useWorld(), 'amendMeeting', {
    ...{ action: 'meeting.call', allowed: ['DISTRICT_COORDINATOR'] },
    async prepare(dkw) {
      const { id } = await aMeeting(dkw);
      const sent = (of: string) => ({ id: of, version: 1, ...meetingDetails() });
      return { subjectId: id, input: sent(id), missing: sent(newId()) };
    },
  });
});
