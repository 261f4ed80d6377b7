import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('finishRequest permissions', () => {
  // a member who does not hold it gets CONFLICT, which is shown beside the behaviour
  requestPermissions(useWorld(), 'finish', {
    action: 'request.finish',
    state: 'IN_PROGRESS',
    allowed: ['DISTRICT_COORDINATOR'],
    skip: ['TEAM_MEMBER'],
  });
});
