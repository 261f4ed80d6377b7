import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('addAction permissions', () => {
  insidePermissions(useWorld(), 'addAction', {
    ...{ action: 'meeting.lead', allowed: ['coordinator', 'deputy'], runs: true },
    input: ({ meeting, member }) => ({
      id: newId(),
      meetingId: meeting,
      text: 'Zamówić kartony',
      ownerId: member.personId,
      due: '2026-12-11',
    }),
  });
});
