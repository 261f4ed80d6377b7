import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('amendRequest permissions', () => {
  requestPermissions(useWorld(), 'amend', { action: 'request.amend' });
});
