import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { coordinatorOf, didMeeting, giveMeeting, meetingDetails, newMeeting } from '../../support/meetings.ts';
import { aBooking, at, bookingsOf, closing, didPlace, othersOf, plantPlace, staffOf } from '../../support/places.ts';
import { useWorld } from '../../support/world.ts';

/** A Friday afternoon on which the planted place is open. */
const FRIDAY = at('2026-12-04T16:00');

describe('a room for a meeting', () => {
  const world = useWorld();

  it('is taken in the step that calls it, from quarter to quarter, and waits for the staff', async () => {
    const place = await plantPlace(world);
    const anna = await coordinatorOf(world);
    const input = newMeeting({ startsAt: at('2026-12-04T16:10'), minutes: 65, seats: 20, roomId: place.large });
    const { room } = await didMeeting(anna, 'callMeeting', input);

    expect(room).toEqual({ roomId: place.large, roomName: 'Duża', placeName: 'MAL na próbę', state: 'REQUESTED', isSuspended: false });
    const [booking] = await bookingsOf(world, place.id);
    expect(booking).toMatchObject({ kind: 'NETWORK', meeting_id: input.id, purpose: 'MEETING', people: 20, state: 'REQUESTED' });
    expect(new Date(booking?.starts_at ?? 0).toISOString()).toBe(FRIDAY);
    expect(new Date(booking?.ends_at ?? 0).toISOString()).toBe(at('2026-12-04T17:15'));
    expect(await eventsOf(world, booking?.id ?? '')).toMatchObject([{ topic: 'booking', scope: place.id, version: 1 }]);
    expect(await auditOf(world, booking?.id ?? '')).toMatchObject([
      { action: 'meeting.call', actor_id: anna.personId, subject_type: 'booking' },
    ]);
  });

  it('is held at once where the house lets it, and the meeting is not called when somebody has it', async () => {
    const place = await plantPlace(world, { approval: 'AT_ONCE' });
    const anna = await coordinatorOf(world);
    const { room } = await didMeeting(anna, 'callMeeting', newMeeting({ startsAt: FRIDAY, minutes: 60, seats: 20, roomId: place.large }));
    expect(room).toMatchObject({ state: 'APPROVED' });

    const second = newMeeting({ startsAt: FRIDAY, minutes: 60, seats: 10, roomId: place.large });
    const answer = await giveMeeting(anna, 'callMeeting', second);
    expect(errorOf(answer)).toMatchObject({ code: 'SPACE_TAKEN' });
    expect(othersOf(answer)).toContainEqual({ roomId: place.small, startsAt: FRIDAY, endsAt: at('2026-12-04T17:00') });
    expect(await world.orm.em.fork().execute('select 1 from meeting where id = ?', [second.id])).toEqual([]);
  });

  it('moves along with the meeting, is given back when it is called off, and can be left', async () => {
    const place = await plantPlace(world, { approval: 'AT_ONCE' });
    const anna = await coordinatorOf(world);
    const input = newMeeting({ startsAt: FRIDAY, minutes: 60, seats: 20, roomId: place.large });
    await didMeeting(anna, 'callMeeting', input);
    const details = { id: input.id, ...meetingDetails({ minutes: 60 }) };
    const later = at('2026-12-04T18:00');
    await didMeeting(anna, 'amendMeeting', { ...details, startsAt: later, version: 1 });
    const states = async () =>
      (await bookingsOf(world, place.id)).map(({ state, starts_at }) => [state, new Date(starts_at).toISOString()]);
    expect(await states()).toEqual([['APPROVED', later]]);

    const { room } = await didMeeting(anna, 'amendMeeting', { ...details, startsAt: later, version: 2, roomId: null });
    expect(room).toBeNull();
    expect(await states()).toEqual([['WITHDRAWN', later]]);

    await didMeeting(anna, 'amendMeeting', { ...details, startsAt: later, version: 3, roomId: place.large });
    await didMeeting(anna, 'cancelMeeting', { id: input.id, reason: 'Remont.' });
    expect(await states()).toEqual([
      ['WITHDRAWN', later],
      ['WITHDRAWN', later],
    ]);
  });

  it('tells on the form’s own fields what does not fit, and takes nothing of another district', async () => {
    const place = await plantPlace(world);
    const elsewhere = await plantPlace(world, { district: 'ochota' });
    const anna = await coordinatorOf(world);
    const meeting = (over: object) => newMeeting({ startsAt: FRIDAY, minutes: 60, seats: 20, roomId: place.large, ...over });
    const call = async (over: object) => errorOf(await giveMeeting(anna, 'callMeeting', meeting(over)));
    expect(await call({ seats: 31 })).toMatchObject({ fields: [{ path: 'seats', rule: 'tooManyPeople', limit: 30 }] });
    expect(await call({ startsAt: at('2026-12-04T19:30') })).toMatchObject({ fields: [{ path: 'startsAt', rule: 'placeClosed' }] });
    expect(await call({ roomId: elsewhere.large })).toMatchObject({ fields: [{ path: 'roomId', rule: 'choice' }] });
    expect(await call({ roomId: newId() })).toMatchObject({ fields: [{ path: 'roomId', rule: 'choice' }] });

    const input = meeting({});
    await didMeeting(anna, 'callMeeting', input);
    const details = { id: input.id, ...meetingDetails({ startsAt: FRIDAY, minutes: 60 }) };
    const grown = await giveMeeting(anna, 'amendMeeting', { ...details, seats: 31, version: 1 });
    expect(errorOf(grown)).toMatchObject({ fields: [{ path: 'seats', rule: 'tooManyPeople', limit: 30 }] });
  });

  it('is shown as suspended when the place closes, and leaves no place for others', async () => {
    const place = await plantPlace(world, { approval: 'AT_ONCE' });
    const staff = await staffOf(world, place);
    const anna = await coordinatorOf(world);
    const input = newMeeting({ startsAt: FRIDAY, minutes: 60, seats: 20, roomId: place.large });
    await didMeeting(anna, 'callMeeting', input);
    await expect(aBooking(staff, place, { startsAt: FRIDAY, endsAt: at('2026-12-04T17:00') })).rejects.toThrow('SPACE_TAKEN');
    await didPlace(staff, 'closePlace', closing(place, { from: at('2026-12-04T12:00'), to: at('2026-12-04T20:00') }));
    const { room } = await didMeeting(anna, 'publishMeeting', { id: input.id });
    expect(room).toMatchObject({ state: 'APPROVED', isSuspended: true });
  });
});
