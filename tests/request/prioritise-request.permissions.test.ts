import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('prioritiseRequest permissions', () => {
  requestPermissions(useWorld(), 'prioritise', { action: 'request.prioritise' });
});
