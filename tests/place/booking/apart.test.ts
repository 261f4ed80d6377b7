import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import {
  aBooking,
  aRequest,
  at,
  bookingsOf,
  entered,
  onBooking,
  othersOf,
  plantPlace,
  staffOf,
  type PlantedPlace,
} from '../../support/places.ts';
import { errorOf } from '../../support/client.ts';
import { useWorld } from '../../support/world.ts';

const EXCLUDED = { code: '23P01' };

describe('bookings that hold one room', () => {
  const world = useWorld();
  const day = '2026-11-27T';

  const wanted = (place: PlantedPlace) => ({ roomId: place.large, startsAt: at(`${day}14:00`), endsAt: at(`${day}16:00`) });

  /** A row as nothing but the database keeps it from being; held from and to. */
  function insert(place: PlantedPlace, from: string, to: string, { room = place.large, state = 'APPROVED', id = newId() } = {}) {
    const [heldFrom, heldTo] = [at(`${day}${from}`), at(`${day}${to}`)];
    return world.orm.em.fork().execute(
      `insert into booking (id, place_id, room_id, kind, purpose, people, starts_at, ends_at, held_from, held_to, state, requested_at, version)
       values (?, ?, ?, 'PLACE', 'OTHER', 1, ?, ?, ?, ?, ?, ?, 1)`,
      [id, place.id, room, heldFrom, heldTo, heldFrom, heldTo, state, world.clock.now()],
    );
  }

  it('are kept apart by the database itself, whoever writes: 23P01, booking_apart', async () => {
    const place = await plantPlace(world);
    // 13:45 to 16:15, with setting up and cleaning
    await aBooking(await staffOf(world, place), place);
    for (const [from, to] of [
      ['14:00', '16:00'],
      ['13:00', '13:46'],
      ['16:14', '17:00'],
      ['12:00', '20:00'],
      ['14:30', '14:31'],
    ] as const) {
      await expect(insert(place, from, to)).rejects.toMatchObject(EXCLUDED);
      await expect(insert(place, from, to)).rejects.toThrow(/"booking_apart"/);
    }
  });

  it('may touch, and what only asks or has ended holds nothing', async () => {
    const place = await plantPlace(world);
    await aBooking(await staffOf(world, place), place);
    await insert(place, '13:00', '13:45');
    await insert(place, '16:15', '17:00');
    await insert(place, '14:00', '16:00', { room: place.small });
    for (const state of ['REQUESTED', 'REFUSED', 'WITHDRAWN', 'NO_SHOW']) await insert(place, '14:00', '16:00', { state });
  });

  it('are not changed into one another: state, time and room', async () => {
    const place = await plantPlace(world);
    await aBooking(await staffOf(world, place), place);
    const [asked, before, beside] = [newId(), newId(), newId()];
    await insert(place, '14:00', '16:00', { id: asked, state: 'REQUESTED' });
    await insert(place, '13:00', '13:45', { id: before });
    await insert(place, '15:00', '16:00', { id: beside, room: place.small });
    const update = (set: string, id: string) => world.orm.em.fork().execute(`update booking set ${set} where id = ?`, [id]);
    for (const [set, id] of [
      [`state = 'APPROVED'`, asked],
      [`held_to = held_to + interval '1 minute'`, before],
      [`room_id = '${place.large}'`, beside],
    ] as const) {
      await expect(update(set, id)).rejects.toMatchObject(EXCLUDED);
      await expect(update(set, id)).rejects.toThrow(/"booking_apart"/);
    }
    // a suspended one keeps its room
    await world.orm.em.fork().execute(`update booking set suspended_at = now() where place_id = ? and kind = 'PLACE'`, [place.id]);
    await expect(update(`state = 'APPROVED'`, asked)).rejects.toThrow(/"booking_apart"/);
  });

  it('answer SPACE_TAKEN where only the database knew: on booking, approving and moving', async () => {
    const [place, elsewhere] = [await plantPlace(world), await plantPlace(world)];
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place);
    const { id: other } = await aBooking(staff, place, { roomId: place.small });
    // a row that a reading of this place's bookings does not show
    await insert({ ...place, id: elsewhere.id }, '15:00', '15:30');
    for (const answer of [
      await onBooking(staff, 'enterBooking', entered(place)),
      await onBooking(staff, 'approveBooking', { id, version: 1 }),
      await onBooking(staff, 'moveBooking', { id: other, version: 1, ...wanted(place) }),
    ]) {
      expect(errorOf(answer)).toEqual({ code: 'SPACE_TAKEN', alternatives: expect.any(Array) as unknown });
      expect(othersOf(answer).length).toBeGreaterThan(0);
    }
    expect((await bookingsOf(world, place.id)).map(({ state, version }) => [state, version])).toEqual([
      ['REQUESTED', 1],
      ['APPROVED', 1],
    ]);
    expect(world.logs.filter((line) => line.includes('unexpected error'))).toEqual([]);
  });

  it('begin before they end, and are held at least so long', async () => {
    const place = await plantPlace(world);
    const id = newId();
    await expect(insert(place, '15:00', '14:00')).rejects.toThrow();
    await expect(insert(place, '15:00', '15:00')).rejects.toThrow(/"booking_times"/);
    await insert(place, '15:00', '16:00', { id });
    for (const set of [`held_from = starts_at + interval '1 minute'`, `held_to = ends_at - interval '1 minute'`])
      await expect(world.orm.em.fork().execute(`update booking set ${set} where id = ?`, [id])).rejects.toThrow(/"booking_times"/);
  });
});
