import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('assignRequest permissions', () => {
  requestPermissions(useWorld(), 'assign', { action: 'request.assign', more: (helper) => ({ assigneeId: helper.personId }) });
});
