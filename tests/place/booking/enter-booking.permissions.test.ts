import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { bookingPermissions } from '../../support/booking-permissions.ts';
import { entered } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('enterBooking permissions', () => {
  bookingPermissions(useWorld(), 'enterBooking', {
    action: 'booking.enter',
    allowed: ['PLACE_STAFF'],
    prepare: (_world, { place }) => ({ subjectId: place.id, input: entered(place), missing: { roomId: newId() } }),
  });
});
