import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { placePermissions } from '../../support/place-permissions.ts';
import { useWorld } from '../../support/world.ts';
import { newWeek } from './new-week.ts';

describe('setHours permissions', () => {
  placePermissions(useWorld(), 'setHours', ({ id }) => ({ input: newWeek(id), missing: { placeId: newId() } }), {
    action: 'hours.write',
    allowed: ['PLACE_STAFF'],
  });
});
