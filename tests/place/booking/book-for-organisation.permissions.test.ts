import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { bookingPermissions } from '../../support/booking-permissions.ts';
import { errorOf } from '../../support/client.ts';
import { aMember } from '../../support/network.ts';
import { OWN } from '../../support/permissions.ts';
import { onBooking, plantPlace, wish } from '../../support/places.ts';
import { HOSTS } from '../../support/roster-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('bookForOrganisation permissions', () => {
  const world = useWorld();
  bookingPermissions(world, 'bookForOrganisation', {
    action: 'booking.request-for',
    allowed: ['ORGANISATION_COORDINATOR'],
    prepare: (_world, { place }) => ({
      subjectId: place.id,
      input: { id: newId(), ...wish(place), organisationId: HOSTS[OWN], rulesVersion: 1 },
      missing: { roomId: newId() },
    }),
  });

  it('is in the name of one’s own organisation alone', async () => {
    const place = await plantPlace(world);
    const [one, other] = [await aMember(world), await aMember(world)];
    for (const organisationId of [other.organisationId, newId()]) {
      const answer = await onBooking(one.actor, 'bookForOrganisation', { id: newId(), ...wish(place), organisationId, rulesVersion: 1 });
      expect(errorOf(answer)).toEqual({ code: 'NOT_FOUND' });
    }
  });
});
