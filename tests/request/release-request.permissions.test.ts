import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('releaseRequest permissions', () => {
  requestPermissions(useWorld(), 'release', { action: 'request.release', state: 'ACCEPTED', holderOnly: true });
});
