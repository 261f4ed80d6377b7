import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('releaseRequest permissions', () => {
  // a member who does not hold it gets CONFLICT, which is shown beside the behaviour
  requestPermissions(useWorld(), 'release', {
    action: 'request.release',
    state: 'ACCEPTED',
    allowed: ['DISTRICT_COORDINATOR'],
    skip: ['TEAM_MEMBER'],
  });
});
