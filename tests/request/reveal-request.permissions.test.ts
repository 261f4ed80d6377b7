import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { signIn } from '../support/actors.ts';
import { OWN, permissions } from '../support/permissions.ts';
import { aRequest, REVEAL } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

describe('revealRequest permissions', () => {
  permissions(useWorld(), {
    action: 'request.reveal',
    allowed: ['DISTRICT_COORDINATOR', 'TEAM_MEMBER'],
    async prepare(world) {
      const { id } = await aRequest(world, await signIn(world, 'TEAM_MEMBER', OWN));
      const revealing = (of: string) => ({ document: REVEAL, variables: { input: { key: newId(), id: of, reason: 'CHECK' } } });
      return { subjectId: id, operation: () => revealing(id), missing: () => revealing(newId()) };
    },
  });
});
