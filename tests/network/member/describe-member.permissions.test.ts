import { describe } from 'vitest';
import { memberPermissions } from '../../support/member-permissions.ts';
import { entry } from '../../support/members.ts';
import { useWorld } from '../../support/world.ts';

describe('describeMember permissions', () => {
  memberPermissions(useWorld(), 'describeMember', {
    action: 'membership.write',
    allowed: ['DISTRICT_COORDINATOR', 'ORGANISATION_COORDINATOR'],
    state: 'MEMBER',
    inputOf: () => ({ version: 1, ...entry() }),
  });
});
