import { describe } from 'vitest';
import { requestPermissions } from '../support/request-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('claimRequest permissions', () => {
  requestPermissions(useWorld(), 'claim', { action: 'request.claim' });
});
