import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('startRequest permissions', () => {
  // a member who does not hold it gets CONFLICT, which is shown beside the behaviour
  requestPermissions(useWorld(), 'start', {
    action: 'request.start',
    state: 'ACCEPTED',
    allowed: ['DISTRICT_COORDINATOR'],
    skip: ['TEAM_MEMBER'],
  });
});
