import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { meetingPermissions } from '../../support/meeting-permissions.ts';
import { aMeeting } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('answerMeeting permissions', () => {
  meetingPermissions(useWorld(), 'answerMeeting', {
    ...{ action: 'meeting.answer', allowed: ['ORGANISATION_COORDINATOR'] },
    async prepare(dkw, { organisationId }) {
      const { id } = await aMeeting(dkw);
      const sent = (of: string) => ({ id: of, coming: true, organisationId });
      return { subjectId: id, input: sent(id), missing: sent(newId()) };
    },
  });
});
