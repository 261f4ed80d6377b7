import { sweep } from '@ww/server/platform/sweeper';
import { describe, expect, it } from 'vitest';
import { aBooking, at, bookingsOf, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

const DAY = 86_400;

describe('who borrowed', () => {
  const world = useWorld();

  it('is forgotten 90 days after the end, and the booking stays', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const who = { kind: 'RESIDENT', name: 'Zofia Czapla', email: 'zofia@example.org', phone: '22 000 01 34' };
    const { id } = await aBooking(staff, place, who);
    const known = async () => {
      const [{ borrower } = { borrower: '' }] = await world.orm.em
        .fork()
        .execute<{ borrower: string | null }[]>('select borrower from booking where id = ?', [id]);
      const rows = await world.orm.em.fork().execute<object[]>('select 1 from booking_private where booking_id = ?', [id]);
      return { counted: borrower !== null, rows: rows.length };
    };
    world.clock.set(at('2026-11-27T16:00'));
    world.clock.advance(90 * DAY);
    await sweep(world.app.services);
    expect(await known()).toEqual({ counted: true, rows: 1 });

    world.clock.advance(1);
    await sweep(world.app.services);
    expect(await known()).toEqual({ counted: false, rows: 0 });
    expect(await bookingsOf(world, place.id)).toMatchObject([{ id, state: 'APPROVED' }]);
  });
});
