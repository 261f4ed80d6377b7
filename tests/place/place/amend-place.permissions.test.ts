import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { placePermissions } from '../../support/place-permissions.ts';
import { useWorld } from '../../support/world.ts';
import { amended } from './new-place.ts';

describe('amendPlace permissions', () => {
  placePermissions(useWorld(), 'amendPlace', ({ id }) => ({ input: { id, ...amended() }, missing: { id: newId() } }), {
    action: 'place.write',
    allowed: ['PLACE_STAFF'],
  });
});
