import { RATE_LIMITS } from '@ww/server/platform/limits';
import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { reveal } from '../../support/booking-own.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aBooking, aRequest, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('revealBooking', () => {
  const world = useWorld();

  it('shows who borrows and how they are reached, and writes down who looked', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place, { words: 'Dwa stoły.', phone: '22 000 01 34' });
    const { revealed } = dataOf(await reveal(staff, { id }));
    expect(revealed).toEqual({
      ...{ id, name: 'Zofia Czapla', email: 'sasiadka@example.org', phone: '+48220000134', words: 'Dwa stoły.' },
      revealedAt: world.clock.in(0),
    });
    expect(await auditOf(world, id)).toContainEqual(
      expect.objectContaining({ action: 'booking.reveal', actor_id: staff.personId, outcome: 'DONE' }),
    );
    // nobody is told that somebody looked
    expect(await eventsOf(world, id)).toHaveLength(1);
    const kept = await world.orm.em.fork().execute(`select k::text from command_key k where action = 'booking.reveal'`);
    expect(JSON.stringify(kept)).not.toMatch(/Czapla|sasiadka|220000134|stoły/);
  });

  it('shows nobody where nobody was written down', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id, hasContact } = await aBooking(staff, place);
    expect(hasContact).toBe(false);
    expect(dataOf(await reveal(staff, { id })).revealed).toMatchObject({ id, name: null, email: null, phone: null, words: null });
  });

  it('answers the same key again as a retry, and not the next day', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place);
    const input = { key: newId(), id };
    const first = dataOf(await reveal(staff, input));
    expect(dataOf(await reveal(staff, input))).toEqual(first);
    expect((await auditOf(world, id)).filter(({ action }) => action === 'booking.reveal')).toHaveLength(1);
    world.clock.advance(86_400);
    expect(errorOf(await reveal(staff, input))).toMatchObject({ code: 'INVALID', fields: [{ path: 'key' }] });
  });

  it('stops whoever copies everybody', async () => {
    const place = await plantPlace(world);
    const staff = await staffOf(world, place);
    const { id } = await aRequest(world, place);
    await world.orm.em
      .fork()
      .execute('insert into rate_bucket (bucket, hits, resets_at) values (?, ?, ?)', [
        ...[`${RATE_LIMITS.reveal.name}:${staff.personId ?? ''}`, RATE_LIMITS.reveal.hits, world.clock.in(60)],
      ]);
    expect(errorOf(await reveal(staff, { id }))).toMatchObject({ code: 'RATE_LIMITED' });
  });
});
