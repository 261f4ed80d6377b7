import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('startRequest permissions', () => {
  requestPermissions(useWorld(), 'start', { action: 'request.start', state: 'ACCEPTED', holderOnly: true });
});
