import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { resident, signIn } from '../../support/actors.ts';
import { ownBooking, visitor } from '../../support/booking-own.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { asked, at, bookingsOf, plantPlace, proven, requestBooking } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

describe('requestBooking', () => {
  const world = useWorld();

  it('asks for a room, which nobody has by it yet; who asks is kept apart', async () => {
    const place = await plantPlace(world);
    const input = await asked(world, place, { words: ' Dwa stoły. ', phone: '22 000 01 34', purpose: 'CLASSES' });
    const { id, code } = dataOf(await requestBooking(resident(world), input)).booked;

    expect(id).toBe(input.id);
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
    expect(await ownBooking(world, code)).toMatchObject({
      ...{ place: { id: place.id, slug: place.slug }, roomName: 'Duża', rulesVersion: 1, canChange: true, alternatives: [] },
      booking: {
        ...{ id, version: 1, roomId: place.large, kind: 'RESIDENT', borrowerName: null, purpose: 'CLASSES', people: 10 },
        ...{ startsAt: at('2026-11-27T14:00'), endsAt: at('2026-11-27T16:00') },
        // a quarter to set up and a quarter to clean
        ...{ heldFrom: at('2026-11-27T13:45'), heldTo: at('2026-11-27T16:15') },
        ...{ state: 'REQUESTED', isSuspended: false, isTaken: false, hasContact: true, answeredAt: null, answeredBy: null, reason: null },
        requestedAt: world.clock.in(0),
      },
    });
    expect(await world.orm.em.fork().execute('select * from booking_private')).toEqual([
      { booking_id: id, name: 'Zofia Czapla', email: 'sasiadka@example.org', phone: '+48220000134', words: 'Dwa stoły.' },
    ]);
    expect(await eventsOf(world, id)).toMatchObject([{ topic: 'booking', scope: place.id, version: 1 }]);
    expect(await auditOf(world, id)).toEqual([
      {
        ...{ action: 'booking.request', actor_id: null, actor_name: null, subject_type: 'booking', subject_label: null },
        ...{ district: 'wlochy', outcome: 'DONE', reason: null, to_name: null },
      },
    ]);
  });

  it('is yes at once where the house says so', async () => {
    const place = await plantPlace(world, { approval: 'AT_ONCE' });
    const { code } = dataOf(await requestBooking(resident(world), await asked(world, place))).booked;
    const { booking } = await ownBooking(world, code);
    expect(booking).toMatchObject({ state: 'APPROVED', answeredAt: world.clock.in(0), answeredBy: null });
  });

  it('takes a group by its name, and gives a resident none', async () => {
    const place = await plantPlace(world);
    const named = async (over: object) => {
      const { code } = dataOf(await requestBooking(visitor(world), await asked(world, place, over))).booked;
      const { booking } = await ownBooking(world, code);
      return [booking.kind, booking.borrowerName];
    };
    expect(await named({ kind: 'GROUP', groupName: ' Chór  sąsiedzki ' })).toEqual(['GROUP', 'Chór sąsiedzki']);
    expect(await named({ kind: 'RESIDENT', groupName: 'Zofia Czapla' })).toEqual(['RESIDENT', null]);
    const refused = errorOf(await requestBooking(resident(world), await asked(world, place, { kind: 'GROUP', groupName: ' ' })));
    expect(refused).toMatchObject({ code: 'INVALID', fields: [{ path: 'groupName', rule: 'required' }] });
  });

  it('several may ask for one time, and one code may book more than once', async () => {
    const place = await plantPlace(world);
    const proof = await proven(world);
    for (let each = 0; each < 3; each++)
      dataOf(await requestBooking(resident(world), { ...(await asked(world, place)), ...proof, id: newId() }));
    expect((await bookingsOf(world, place.id)).map(({ state }) => state)).toEqual(['REQUESTED', 'REQUESTED', 'REQUESTED']);
  });

  it('answers a repeated key with the same code, which is in no row, and tells that an id is taken', async () => {
    const place = await plantPlace(world);
    const input = { key: newId(), ...(await asked(world, place)) };
    const first = dataOf(await requestBooking(resident(world), input)).booked;
    expect(dataOf(await requestBooking(resident(world), input)).booked).toEqual(first);
    const rows = await bookingsOf(world, place.id);
    expect(rows).toHaveLength(1);
    const kept = await world.orm.em.fork().execute<{ answer: object }[]>('select k.*, k::text as whole from command_key k');
    expect(kept.map(({ answer }) => answer)).toEqual([{ id: first.id, placeId: place.id }]);
    for (const code of [first.code, first.code.replaceAll('-', '')]) expect(JSON.stringify([kept, rows])).not.toContain(code);

    const again = errorOf(await requestBooking(resident(world), { ...input, key: newId() }));
    expect(again).toMatchObject({ code: 'INVALID', fields: [{ path: 'id', rule: 'taken' }] });
    const other = errorOf(await requestBooking(resident(world), { ...input, people: 11 }));
    expect(other).toMatchObject({ code: 'INVALID', fields: [{ path: 'key', rule: 'keyReused' }] });
  });

  it.each([
    ['name', 'required', { name: ' ' }],
    ['name', 'tooLong', { name: 'a'.repeat(121) }],
    ['phone', 'phone', { phone: '12' }],
    ['words', 'tooLong', { words: 'a'.repeat(1001) }],
    ['people', 'tooSmall', { people: 0 }],
    ['people', 'tooLarge', { people: 501 }],
    ['kind', 'choice', { kind: 'PLACE' }],
    ['kind', 'choice', { kind: 'ORGANISATION' }],
    ['code', 'required', { code: ' ' }],
    ['roomId', 'uuid', { roomId: 'x' }],
  ])('refuses %s: %s', async (path, rule, over) => {
    const place = await plantPlace(world);
    const refused = errorOf(await requestBooking(resident(world), await asked(world, place, over)));
    expect(refused).toMatchObject({ code: 'INVALID', fields: [{ path, rule }] });
    expect(await bookingsOf(world, place.id)).toEqual([]);
  });

  it('asks for the house rules that hold now, and says which', async () => {
    const place = await plantPlace(world);
    await world.orm.em.fork().execute('update place set rules_version = 2 where id = ?', [place.id]);
    for (const rulesVersion of [1, 3, 0]) {
      const refused = errorOf(await requestBooking(resident(world), await asked(world, place, { rulesVersion })));
      expect(refused).toMatchObject({ code: 'INVALID', fields: [{ path: 'rulesVersion', rule: 'rulesVersion', limit: 2 }] });
    }
    dataOf(await requestBooking(resident(world), await asked(world, place, { rulesVersion: 2 })));
  });

  it('knows no room that is not lent', async () => {
    const place = await plantPlace(world);
    const missing = errorOf(await requestBooking(resident(world), await asked(world, place, { roomId: newId() })));
    expect(missing).toMatchObject({ code: 'NOT_FOUND' });
    await world.orm.em.fork().execute('update room set retired_at = now() where id = ?', [place.large]);
    const retired = errorOf(await requestBooking(resident(world), await asked(world, place)));
    expect(retired).toMatchObject({ code: 'INVALID', fields: [{ path: 'roomId', rule: 'choice' }] });
  });

  it('is open to whoever is signed in as something else', async () => {
    const place = await plantPlace(world);
    const auditor = await signIn(world, 'AUDITOR');
    const { id } = dataOf(await requestBooking(auditor, await asked(world, place))).booked;
    expect(await auditOf(world, id)).toMatchObject([{ action: 'booking.request', actor_id: auditor.personId }]);
  });
});
