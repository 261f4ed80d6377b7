import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { placePermissions } from '../../support/place-permissions.ts';
import { useWorld } from '../../support/world.ts';
import { newRoom } from './new-place.ts';

describe('addRoom permissions', () => {
  placePermissions(useWorld(), 'addRoom', ({ id }) => ({ input: newRoom(id), missing: { placeId: newId() } }), {
    action: 'place.write',
    allowed: ['PLACE_STAFF'],
  });
});
