import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { signIn } from '../support/actors.ts';
import { grantIdOf, REMOVE } from '../support/people.ts';
import { OWN, permissions } from '../support/permissions.ts';
import { useWorld } from '../support/world.ts';

describe('removeTeamMember permissions', () => {
  permissions(useWorld(), {
    action: 'team.remove',
    allowed: ['DISTRICT_COORDINATOR', 'ADMIN'],
    async prepare(world) {
      const { personId } = await signIn(world, 'TEAM_MEMBER', OWN);
      const grantId = await grantIdOf(world, personId);
      const removing = (of: string) => ({ document: REMOVE, variables: { input: { key: newId(), grantId: of } } });
      return { subjectId: personId ?? '', operation: () => removing(grantId), missing: () => removing(newId()) };
    },
  });
});
