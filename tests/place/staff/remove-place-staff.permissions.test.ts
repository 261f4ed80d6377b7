import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { grantIdOf } from '../../support/people.ts';
import { removal, staffPermissions } from '../../support/place-staff.ts';
import { staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('removePlaceStaff permissions', () => {
  const world = useWorld();
  staffPermissions(world, 'staff.remove', async (place) => {
    const { personId } = await staffOf(world, place);
    const grantId = await grantIdOf(world, personId);
    return { subjectId: personId ?? '', operation: () => removal(grantId), missing: () => removal(newId()) };
  });
});
