import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { askedIn, bookingPermissions } from '../../support/booking-permissions.ts';

import { useWorld } from '../../support/world.ts';

describe('withdrawBooking permissions', () => {
  bookingPermissions(useWorld(), 'withdrawBooking', {
    action: 'booking.change',
    allowed: ['PLACE_STAFF', 'ORGANISATION_COORDINATOR'],
    async prepare(_world, lent) {
      const id = await askedIn(lent);
      return { subjectId: id, input: { id, reason: 'Awaria.' }, missing: { id: newId() } };
    },
  });
});
