import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { askedIn, bookingPermissions } from '../../support/booking-permissions.ts';
import { at } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('moveBooking permissions', () => {
  bookingPermissions(useWorld(), 'moveBooking', {
    action: 'booking.change',
    allowed: ['PLACE_STAFF', 'ORGANISATION_COORDINATOR'],
    async prepare(_world, lent) {
      const id = await askedIn(lent);
      return {
        subjectId: id,
        input: { id, version: 1, roomId: lent.place.small, startsAt: at('2026-11-27T14:00'), endsAt: at('2026-11-27T15:00') },
        missing: { id: newId() },
      };
    },
  });
});
