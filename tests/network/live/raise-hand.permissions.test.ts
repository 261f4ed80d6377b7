import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { insidePermissions } from '../../support/inside-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('raiseHand permissions', () => {
  insidePermissions(useWorld(), 'raiseHand', {
    ...{ action: 'meeting.answer', allowed: ['deputy', 'member'], runs: true },
    input: ({ meeting }) => ({ id: newId(), meetingId: meeting }),
  });
});
