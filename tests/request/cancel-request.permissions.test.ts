import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('cancelRequest permissions', () => {
  requestPermissions(useWorld(), 'cancel', { action: 'request.cancel' });
});
