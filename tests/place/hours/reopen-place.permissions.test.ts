import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { placePermissions } from '../../support/place-permissions.ts';
import { closing, didPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('reopenPlace permissions', () => {
  const world = useWorld();
  placePermissions(
    world,
    'reopenPlace',
    async (place) => {
      const input = closing(place);
      await didPlace(await staffOf(world, place), 'closePlace', input);
      return { input: { id: input.id }, missing: { id: newId() } };
    },
    { action: 'hours.write', allowed: ['PLACE_STAFF'] },
  );
});
