import { describe } from 'vitest';
import { memberPermissions } from '../../support/member-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('endMembership permissions', () => {
  memberPermissions(useWorld(), 'endMembership', {
    action: 'membership.write',
    allowed: ['DISTRICT_COORDINATOR', 'ORGANISATION_COORDINATOR'],
    state: 'MEMBER',
  });
});
