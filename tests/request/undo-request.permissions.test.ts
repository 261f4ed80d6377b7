import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('undoRequest permissions', () => {
  // whoever may undo may undo only their own change: that they may is shown beside the behaviour
  requestPermissions(useWorld(), 'undo', {
    action: 'request.undo',
    state: 'ACCEPTED',
    allowed: [],
    skip: ['DISTRICT_COORDINATOR', 'TEAM_MEMBER'],
  });
});
