import { describe } from 'vitest';
import { poolPermissions } from '../support/dispatch-permissions.ts';
import { DECLINE_POOL_OFFER } from '../support/pool.ts';
import { useWorld } from '../support/world.ts';

describe('declinePoolOffer permissions', () => {
  poolPermissions(useWorld(), DECLINE_POOL_OFFER, () => ({ reason: 'NO_TIME' }));
});
