import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { placePermissions } from '../../support/place-permissions.ts';
import { closing } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('closePlace permissions', () => {
  placePermissions(useWorld(), 'closePlace', (place) => ({ input: closing(place), missing: { placeId: newId() } }), {
    action: 'hours.write',
    allowed: ['PLACE_STAFF'],
  });
});
