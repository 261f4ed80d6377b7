import { describe } from 'vitest';
import { OFFER_REQUEST } from '../support/dispatch.ts';
import { dispatchPermissions } from '../support/dispatch-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('offerRequest permissions', () => {
  dispatchPermissions(useWorld(), OFFER_REQUEST, {
    ...{ action: 'dispatch.offer', on: 'request' },
    more: (volunteerId) => ({ volunteerId, minutes: 30, overrides: [] }),
  });
});
