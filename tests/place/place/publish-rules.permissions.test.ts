import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { placePermissions } from '../../support/place-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('publishRules permissions', () => {
  placePermissions(
    useWorld(),
    'publishRules',
    ({ id }) => ({ input: { id, version: 1, text: 'Gasimy światło.' }, missing: { id: newId() } }),
    {
      action: 'place.write',
      allowed: ['PLACE_STAFF'],
    },
  );
});
