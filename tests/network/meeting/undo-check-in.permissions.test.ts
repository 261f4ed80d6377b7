import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { meetingPermissions } from '../../support/meeting-permissions.ts';
import { aMeeting, didMeeting } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('undoCheckIn permissions', () => {
  meetingPermissions(useWorld(), 'undoCheckIn', {
    ...{ action: 'meeting.people', allowed: ['DISTRICT_COORDINATOR'] },
    async prepare(dkw, { actor }) {
      const { id: meetingId } = await aMeeting(dkw);
      const id = newId();
      await didMeeting(dkw, 'checkIn', { id, meetingId, personId: actor.personId });
      return { subjectId: meetingId, input: { id }, missing: { id: newId() } };
    },
  });
});
