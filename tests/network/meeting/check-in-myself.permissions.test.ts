import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { meetingPermissions } from '../../support/meeting-permissions.ts';
import { aMeeting, answered, MEETING_STARTS } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('checkInMyself permissions', () => {
  const world = useWorld();
  meetingPermissions(world, 'checkInMyself', {
    ...{ action: 'meeting.answer', allowed: ['ORGANISATION_COORDINATOR'] },
    async prepare(dkw, member) {
      const { id } = await aMeeting(dkw);
      await answered(member, id);
      world.clock.set(MEETING_STARTS);
      const sent = (meetingId: string) => ({ id: newId(), meetingId });
      return { subjectId: id, input: sent(id), missing: sent(newId()) };
    },
  });
});
