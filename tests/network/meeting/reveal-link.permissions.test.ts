import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { meetingPermissions } from '../../support/meeting-permissions.ts';
import { aMeeting } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('revealLink permissions', () => {
  meetingPermissions(useWorld(), 'revealLink', {
    ...{ action: 'meeting.join', allowed: ['DISTRICT_COORDINATOR'] },
    async prepare(dkw) {
      const { id } = await aMeeting(dkw, { link: 'https://spotkania.example.org/pokoj-4' });
      const sent = (of: string) => ({ id: of });
      return { subjectId: id, input: sent(id), missing: sent(newId()) };
    },
  });
});
