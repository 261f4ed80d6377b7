import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('putArrangement permissions', () => {
  insidePermissions(useWorld(), 'putArrangement', {
    ...{ action: 'meeting.lead', allowed: ['coordinator', 'deputy'], runs: true },
    input: ({ meeting }) => ({ id: newId(), meetingId: meeting, text: 'Zbieramy koce do końca grudnia.' }),
  });
});
