import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { placePermissions } from '../../support/place-permissions.ts';
import { useWorld } from '../../support/world.ts';
import { roomWords } from './new-place.ts';

describe('amendRoom permissions', () => {
  placePermissions(useWorld(), 'amendRoom', ({ small }) => ({ input: roomWords({ id: small }), missing: { id: newId() } }), {
    action: 'place.write',
    allowed: ['PLACE_STAFF'],
  });
});
