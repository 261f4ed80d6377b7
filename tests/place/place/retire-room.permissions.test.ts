import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { placePermissions } from '../../support/place-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('retireRoom permissions', () => {
  placePermissions(useWorld(), 'retireRoom', ({ small }) => ({ input: { id: small, version: 1 }, missing: { id: newId() } }), {
    action: 'place.write',
    allowed: ['PLACE_STAFF'],
  });
});
