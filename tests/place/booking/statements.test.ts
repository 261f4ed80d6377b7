import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { OWN_BOOKING, THEIR_BOOKINGS, visitor } from '../../support/booking-own.ts';
import { aMember } from '../../support/network.ts';
import { aBooking, aRequest, at, didBooking, plantPlace, staffOf, wish, type PlantedPlace } from '../../support/places.ts';
import { statementsOf } from '../../support/statements.ts';
import { useWorld } from '../../support/world.ts';

const OURS = /\b(place|room|booking\w*|opening_week|closure|house_rules)\b/;
const FREE = `query ($day: String!) { freeRooms(input: { day: $day, minutes: 60, people: 5 }) { place { id } room { id } starts { from to } } }`;

describe('SQL statements of bookings', () => {
  const world = useWorld();

  /** More rooms and bookings each time. */
  async function grow(place: PlantedPlace, by: number): Promise<void> {
    const staff = await staffOf(world, place);
    await world.orm.em.fork().execute(
      `insert into room (id, place_id, name, capacity, equipment, step_free, setup_minutes, cleaning_minutes, rank, version)
       select gen_random_uuid(), ?, 'Sala', 20, '{}', false, 0, 0, 9, 1 from generate_series(1, ?::int)`,
      [place.id, by],
    );
    for (let each = 0; each < by; each++) {
      const hour = 12 + each;
      await aBooking(staff, place, { roomId: place.small, startsAt: at(`2026-12-01T${hour}:00`), endsAt: at(`2026-12-01T${hour}:30`) });
    }
  }

  // one statement finds the booking by its code
  it.each([
    ['ownBooking', 6, OWN_BOOKING],
    ['freeRooms of one place', 4, FREE],
  ] as const)('%s: %i, however many rows there are', async (_name, expected, query) => {
    const place = await plantPlace(world);
    const { code } = await aRequest(world, place);
    const variables = { code, day: '2026-11-27' };
    const few = await statementsOf(world, OURS, visitor(world), query, variables);
    await grow(place, 6);
    expect([few, await statementsOf(world, OURS, visitor(world), query, variables)]).toEqual([expected, expected]);
  });

  it('organisationBookings: 5, however many there are', async () => {
    const place = await plantPlace(world, { perMonth: 100, approval: 'AT_ONCE' });
    const { actor, organisationId } = await aMember(world);
    const books = (hour: number) => {
      const times = { roomId: place.small, startsAt: at(`2026-12-01T${hour}:00`), endsAt: at(`2026-12-01T${hour}:30`) };
      return didBooking(actor, 'bookForOrganisation', { id: newId(), ...wish(place, times), organisationId, rulesVersion: 1 });
    };
    const count = () => statementsOf(world, OURS, actor, THEIR_BOOKINGS, { id: organisationId });
    await books(12);
    const few = await count();
    for (const hour of [13, 14, 15]) await books(hour);
    expect([few, await count()]).toEqual([5, 5]);
  });
});
