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
  MEETING_STARTS,
  mineIn,
  rsvpOf,
  running,
  wasAudited,
} from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('checkInMyself', () => {
  const world = useWorld();

  it('says that whoever has a seat is there, in the room or online', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id: meetingId } = await aMeeting(anna);
    await answered(olga, meetingId);
    world.clock.set(MEETING_STARTS);
    const id = newId();

    expect((await didMeeting(olga.actor, 'checkInMyself', { id, meetingId, remote: true })).present).toBe(1);

    expect((await mineIn(olga.actor, meetingId)).attendanceId).toBe(id);
    expect((await guestsFor(anna, meetingId)).guests).toMatchObject([
      { personId: olga.actor.personId, organisation: olga.organisationName, attendanceId: id, arrivedAt: MEETING_STARTS, remote: true },
    ]);
    expect(await eventsOf(world, await rsvpOf(olga.actor, meetingId))).toHaveLength(2);
    await wasAudited(world, meetingId, { action: 'meeting.answer', actor_id: olga.actor.personId, reason: 'CHECK_IN', outcome: 'DONE' });
  });

  it('begins two hours before, and earlier where the meeting has begun earlier', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id: meetingId } = await aMeeting(anna);
    await answered(olga, meetingId);
    const opens = '2026-11-27T14:00:00.000Z';
    world.clock.set('2026-11-27T13:59:59.999Z');
    expect(errorOf(await giveMeeting(olga.actor, 'checkInMyself', { id: newId(), meetingId })).conflict).toEqual({
      ...{ by: null, at: opens, state: 'TOO_EARLY' },
    });
    world.clock.set(opens);
    await didMeeting(anna, 'startMeeting', { id: meetingId });
    expect((await didMeeting(olga.actor, 'checkInMyself', { id: newId(), meetingId })).present).toBe(2);
  });

  it('is not for whoever waits, declined or never answered', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan, ewa, ola] = [await aMember(world), await aMember(world), await aMember(world), await aMember(world)];
    const { id: meetingId } = await aMeeting(anna, { seats: 1 });
    await answered(olga, meetingId);
    await answered(jan, meetingId);
    await answered(ewa, meetingId, { coming: false });
    world.clock.set(MEETING_STARTS);
    const before = await snapshotOf(world);
    for (const { actor } of [jan, ewa, ola])
      expect(errorOf(await giveMeeting(actor, 'checkInMyself', { id: newId(), meetingId }))).toMatchObject({
        ...{ code: 'CONFLICT', conflict: { by: null, at: null, state: 'NO_SEAT' } },
      });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('is done once, and not to what is over', async () => {
    const anna = await coordinatorOf(world);
    const { id: meetingId, members } = await running(world, anna, { members: 1, points: 1 });
    const [olga] = members;
    if (!olga) throw new Error('one member was asked for');
    const input = { key: newId(), id: newId(), meetingId };
    const first = await didMeeting(olga.actor, 'checkInMyself', input);
    world.clock.advance(60);
    expect(apart(await didMeeting(olga.actor, 'checkInMyself', input))).toEqual(apart(first));
    expect((await didMeeting(olga.actor, 'checkInMyself', { id: newId(), meetingId })).present).toBe(2);
    expect((await mineIn(olga.actor, meetingId)).attendanceId).toBe(input.id);
    await didMeeting(anna, 'endMeeting', { id: meetingId });
    expect(errorOf(await giveMeeting(olga.actor, 'checkInMyself', { id: newId(), meetingId })).conflict).toMatchObject({ state: 'ENDED' });
  });
});
