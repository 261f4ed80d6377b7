import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { meetingPermissions } from '../../support/meeting-permissions.ts';
import { aMeeting, answered, rsvpOf } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('revealNeeds permissions', () => {
  meetingPermissions(useWorld(), 'revealNeeds', {
    // also not whose needs they are: they typed them
    ...{ action: 'meeting.people', allowed: ['DISTRICT_COORDINATOR'] },
    async prepare(dkw, member) {
      const { id: meetingId } = await aMeeting(dkw);
      await answered(member, meetingId, { needs: 'Pętla indukcyjna.' });
      const id = await rsvpOf(member.actor, meetingId);
      return { subjectId: id, input: { id }, missing: { id: newId() } };
    },
  });
});
