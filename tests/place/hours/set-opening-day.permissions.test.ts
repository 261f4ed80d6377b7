import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { placePermissions } from '../../support/place-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('setOpeningDay permissions', () => {
  placePermissions(useWorld(), 'setOpeningDay', ({ id }) => ({ input: { id, day: '2026-12-24', hours: [] }, missing: { id: newId() } }), {
    action: 'hours.write',
    allowed: ['PLACE_STAFF'],
  });
});
