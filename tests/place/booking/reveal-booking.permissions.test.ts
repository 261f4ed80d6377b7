import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { askedIn, bookingPermissions } from '../../support/booking-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('revealBooking permissions', () => {
  bookingPermissions(useWorld(), 'revealBooking', {
    action: 'booking.reveal',
    allowed: ['PLACE_STAFF'],
    async prepare(_world, lent) {
      const id = await askedIn(lent);
      return { subjectId: id, input: { id }, missing: { id: newId() } };
    },
  });
});
