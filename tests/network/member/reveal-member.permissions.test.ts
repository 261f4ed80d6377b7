import { describe } from 'vitest';
import { memberPermissions } from '../../support/member-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('revealMember permissions', () => {
  // an organisation's coordinator is inside by its membership
  memberPermissions(useWorld(), 'revealMember', {
    action: 'network.reveal',
    allowed: ['DISTRICT_COORDINATOR', 'ORGANISATION_COORDINATOR'],
    state: 'MEMBER',
  });
});
