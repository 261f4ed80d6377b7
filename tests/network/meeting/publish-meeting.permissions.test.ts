import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { meetingPermissions } from '../../support/meeting-permissions.ts';
import { aDraft } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('publishMeeting permissions', () => {
  meetingPermissions(useWorld(), 'publishMeeting', {
    ...{ action: 'meeting.call', allowed: ['DISTRICT_COORDINATOR'] },
    async prepare(dkw) {
      const { id } = await aDraft(dkw);
      const sent = (of: string) => ({ id: of });
      return { subjectId: id, input: sent(id), missing: sent(newId()) };
    },
  });
});
