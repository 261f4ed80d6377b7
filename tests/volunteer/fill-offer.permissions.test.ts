import { describe } from 'vitest';
import { poolPermissions } from '../support/dispatch-permissions.ts';
import { FILL_OFFER } from '../support/pool.ts';
import { useWorld } from '../support/world.ts';

describe('fillOffer permissions', () => {
  poolPermissions(useWorld(), FILL_OFFER, (volunteerId) => ({ volunteerId }));
});
