import { describe } from 'vitest';
import { invitation, INVITE } from '../support/people.ts';
import { permissions } from '../support/permissions.ts';
import { useWorld } from '../support/world.ts';

describe('inviteTeamMember permissions', () => {
  permissions(useWorld(), {
    action: 'team.invite',
    allowed: ['DISTRICT_COORDINATOR', 'ADMIN'],
    prepare() {
      const input = invitation();
      return Promise.resolve({ subjectId: input.id, operation: () => ({ document: INVITE, variables: { input } }) });
    },
  });
});
