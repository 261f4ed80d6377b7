import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { askedIn, bookingPermissions } from '../../support/booking-permissions.ts';

import { at } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('markNoShow permissions', () => {
  bookingPermissions(useWorld(), 'markNoShow', {
    action: 'booking.answer',
    allowed: ['PLACE_STAFF'],
    async prepare(world, lent) {
      const id = await askedIn(lent);
      await world.orm.em.fork().execute(`update booking set state = 'APPROVED' where id = ?`, [id]);
      world.clock.set(at('2026-11-27T14:00'));
      return { subjectId: id, input: { id }, missing: { id: newId() } };
    },
  });
});
