import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { eventsOf } from '../../support/log.ts';
import {
  aMeeting,
  answered,
  apart,
  coordinatorOf,
  didMeeting,
  giveMeeting,
  guestsFor,
  meetingFor,
  mineIn,
  rsvpOf,
  running,
  wasAudited,
} from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('undoCheckIn', () => {
  const world = useWorld();

  it('takes a mistake back: they are not there, and the sign-up stands', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id: meetingId } = await aMeeting(anna);
    await answered(olga, meetingId);
    const id = newId();
    await didMeeting(anna, 'checkIn', { id, meetingId, personId: olga.actor.personId });

    expect((await didMeeting(anna, 'undoCheckIn', { id })).present).toBe(0);

    const { guests } = await guestsFor(anna, meetingId);
    expect(guests).toMatchObject([{ state: 'ACCEPTED', attendanceId: null, arrivedAt: null }]);
    expect((await mineIn(olga.actor, meetingId)).attendanceId).toBeNull();
    expect(await eventsOf(world, await rsvpOf(olga.actor, meetingId))).toHaveLength(3);
    await wasAudited(world, meetingId, {
      action: 'meeting.people',
      actor_id: anna.personId,
      reason: 'CHECK_OUT',
      to_name: guests[0]?.name,
    });
    await didMeeting(anna, 'checkIn', { id: newId(), meetingId, personId: olga.actor.personId });
    expect((await meetingFor(anna, meetingId)).present).toBe(1);
  });

  it('is done once; of two at the same time the other finds nothing', async () => {
    const anna = await coordinatorOf(world);
    const { id: meetingId } = await aMeeting(anna);
    for (let round = 0; round < 5; round++) {
      const id = newId();
      await didMeeting(anna, 'checkIn', { id, meetingId, name: 'Gość' });
      const both = await Promise.all([0, 1].map(() => giveMeeting(anna, 'undoCheckIn', { id })));
      expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').toSorted()).toEqual(['NOT_FOUND', 'OK']);
    }
    expect((await meetingFor(anna, meetingId)).present).toBe(0);
  });

  it('is too late once the meeting is over; the same key answers the same', async () => {
    const anna = await coordinatorOf(world);
    const { id: meetingId } = await running(world, anna, { members: 0, points: 1 });
    const [one, other] = [newId(), newId()];
    for (const id of [one, other]) await didMeeting(anna, 'checkIn', { id, meetingId, name: 'Gość' });
    const input = { key: newId(), id: one };
    const first = await didMeeting(anna, 'undoCheckIn', input);
    expect(apart(await didMeeting(anna, 'undoCheckIn', input))).toEqual(apart(first));
    await didMeeting(anna, 'endMeeting', { id: meetingId });
    const before = await snapshotOf(world);
    expect(errorOf(await giveMeeting(anna, 'undoCheckIn', { id: other }))).toMatchObject({
      code: 'CONFLICT',
      conflict: { state: 'ENDED' },
    });
    expect(await snapshotOf(world)).toBe(before);
  });
});
