import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { askedIn, bookingPermissions } from '../../support/booking-permissions.ts';

import { useWorld } from '../../support/world.ts';

describe('refuseBooking permissions', () => {
  bookingPermissions(useWorld(), 'refuseBooking', {
    action: 'booking.answer',
    allowed: ['PLACE_STAFF'],
    async prepare(_world, lent) {
      const id = await askedIn(lent);
      return { subjectId: id, input: { id, version: 1, reason: 'Próba chóru.' }, missing: { id: newId() } };
    },
  });
});
