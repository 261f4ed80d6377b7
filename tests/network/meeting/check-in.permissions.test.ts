import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { meetingPermissions } from '../../support/meeting-permissions.ts';
import { aMeeting } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('checkIn permissions', () => {
  meetingPermissions(useWorld(), 'checkIn', {
    ...{ action: 'meeting.people', allowed: ['DISTRICT_COORDINATOR'] },
    async prepare(dkw, { actor }) {
      const { id } = await aMeeting(dkw);
      const sent = (meetingId: string) => ({ id: newId(), meetingId, personId: actor.personId });
      return { subjectId: id, input: sent(id), missing: sent(newId()) };
    },
  });
});
