import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { eventsOf } from '../../support/log.ts';
import { onceAt, recordedAt, refusedAt } from '../../support/place-steps.ts';
import { aBooking, at, closing, didBooking, didPlace, onPlace, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';
import { suspendedIn } from './suspended.ts';

describe('reopenPlace', () => {
  const world = useWorld();
  const between = (from: string, to: string) => ({ startsAt: at(`2026-11-27T${from}`), endsAt: at(`2026-11-27T${to}`) });

  /** Closed on Friday from 15:00, with a booking at 16:00 that waits. */
  async function closed() {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const booked = await aBooking(staff, place, between('16:00', '18:00'));
    const { id } = closing(place);
    await didPlace(staff, 'closePlace', closing(place, { id }));
    return { place, staff, booked, id };
  }

  it('brings back what was suspended, as it was, and is told to its borrower’s page and the place’s', async () => {
    const { place, staff, booked, id } = await closed();
    expect(await suspendedIn(world, place)).toEqual([booked.id]);

    const seen = await recordedAt(world, staff, place, 'reopenPlace', { id });

    expect(seen.closures).toEqual([]);
    expect(seen.upcoming[1]).toEqual({ from: at('2026-11-27T12:00'), to: at('2026-11-27T20:00') });
    expect(await suspendedIn(world, place)).toEqual([]);
    expect((await eventsOf(world, booked.id)).map(({ version }) => version)).toEqual([1, 2, 3]);
    const [row] = await world.orm.em.fork().execute('select state, room_id from booking where id = ?', [booked.id]);
    expect(row).toEqual({ state: 'APPROVED', room_id: place.large });
    const [closure] = await world.orm.em
      .fork()
      .execute<{ reopened_by: string; reopened_at: Date | string }[]>('select * from closure where id = ?', [id]);
    expect([closure?.reopened_by, new Date(closure?.reopened_at ?? 0).toISOString()]).toEqual([staff.name, world.clock.in(0)]);
  });

  it('in the middle of it opens from now on; what has ended meanwhile stays as it was', async () => {
    const { place, staff, booked, id } = await closed();
    const missed = await aBooking(staff, place, { roomId: place.small, ...between('12:30', '13:30') });
    await didPlace(staff, 'closePlace', closing(place, { from: at('2026-11-27T12:00'), to: at('2026-11-27T14:00') }));
    world.clock.set(at('2026-11-27T15:30'));
    const { upcoming } = await didPlace(staff, 'reopenPlace', { id });
    expect(upcoming[0]).toEqual({ from: at('2026-11-27T15:30'), to: at('2026-11-27T20:00') });
    expect(await suspendedIn(world, place)).toEqual([missed.id]);
    expect((await eventsOf(world, booked.id)).at(-1)).toMatchObject({ version: 3 });
  });

  it('leaves suspended what another closing, or the hours, still keep closed', async () => {
    const { place, staff, booked, id } = await closed();
    const second = closing(place, { from: at('2026-11-27T17:00'), reason: 'STAFF' });
    await didPlace(staff, 'closePlace', second);
    await didPlace(staff, 'setOpeningDay', { id: place.id, day: '2026-11-27', hours: [{ from: 720, to: 1000 }] });
    for (const closure of [id, second.id]) {
      await didPlace(staff, 'reopenPlace', { id: closure });
      expect(await suspendedIn(world, place)).toEqual([booked.id]);
    }
    await didPlace(staff, 'setOpeningDay', { id: place.id, day: '2026-11-27', hours: null });
    expect(await suspendedIn(world, place)).toEqual([]);
  });

  it('does not bring back what was moved, called off or refused meanwhile', async () => {
    const { staff, booked, id } = await closed();
    await didBooking(staff, 'withdrawBooking', { id: booked.id, reason: 'Odwołane' });
    const told = (await eventsOf(world, booked.id)).length;
    await didPlace(staff, 'reopenPlace', { id });
    expect(await eventsOf(world, booked.id)).toHaveLength(told);
  });

  it('is done once: another time names who did it, also of several at once', async () => {
    const { place, staff, id } = await closed();
    const other = await staffOf(world, place);
    const answers = await Promise.all([staff, other].map((by) => onPlace(by, 'reopenPlace', { id })));
    const winner = [staff, other][answers.findIndex(({ errors }) => !errors)];
    const lost = answers.filter(({ errors }) => errors).map(errorOf);
    expect(lost).toMatchObject([{ code: 'CONFLICT', conflict: { by: winner?.name, at: world.clock.in(0), state: 'OPEN' } }]);
  });

  it('is too late once the closing is over', async () => {
    const { staff, id } = await closed();
    world.clock.set(at('2026-11-27T20:00'));
    expect(await refusedAt(world, staff, 'reopenPlace', { id })).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { by: null, at: at('2026-11-27T20:00'), state: 'OPEN' } },
    });
  });

  it('answers the same again for the same key, and knows no closing that is not there', async () => {
    const { staff, id } = await closed();
    await onceAt(world, staff, 'reopenPlace', { id });
    expect(await refusedAt(world, staff, 'reopenPlace', { id: newId() })).toEqual({ code: 'NOT_FOUND' });
  });
});
