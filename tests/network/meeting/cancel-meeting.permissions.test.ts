import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { meetingPermissions } from '../../support/meeting-permissions.ts';
import { aMeeting } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('cancelMeeting permissions', () => {
  meetingPermissions(useWorld(), 'cancelMeeting', {
    ...{ action: 'meeting.call', allowed: ['DISTRICT_COORDINATOR'] },
    async prepare(dkw) {
      const { id } = await aMeeting(dkw);
      const sent = (of: string) => ({ id: of, reason: 'Sala jest zalana.' });
      return { subjectId: id, input: sent(id), missing: sent(newId()) };
    },
  });
});
