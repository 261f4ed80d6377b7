import { describe } from 'vitest';
import { ownBookingPermissions } from '../../support/booking-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('withdrawOwnBooking permissions', () => {
  ownBookingPermissions(useWorld(), 'withdrawOwnBooking');
});
