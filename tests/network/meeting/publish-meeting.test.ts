import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { eventsOf } from '../../support/log.ts';
import {
  aDraft,
  aMeeting,
  apart,
  coordinatorOf,
  didMeeting,
  giveMeeting,
  MEETING_STARTS,
  meetingFor,
  running,
  wasAudited,
} from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('publishMeeting', () => {
  const world = useWorld();

  it('opens a draft to the Network', async () => {
    const anna = await coordinatorOf(world);
    const { actor: olga } = await aMember(world);
    const { id } = await aDraft(anna);
    expect(errorOf(await olga.send('query ($id: ID!) { meeting(id: $id) { present } }', { id })).code).toBe('NOT_FOUND');

    const seen = await didMeeting(anna, 'publishMeeting', { id });

    expect(seen.row).toMatchObject({ id, state: 'PUBLISHED', version: 2, detailsVersion: 1, accepted: 0, waiting: 0 });
    expect((await meetingFor(olga, id)).row).toEqual(seen.row);
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'meeting', scope: 'wlochy', version: 2 });
    await wasAudited(world, id, { action: 'meeting.call', actor_id: anna.personId, district: 'wlochy' });
  });

  it('is too late once it should have begun', async () => {
    const anna = await coordinatorOf(world);
    const { id } = await aDraft(anna);
    world.clock.set(MEETING_STARTS);
    const before = await snapshotOf(world);
    expect(errorOf(await giveMeeting(anna, 'publishMeeting', { id })).fields).toEqual([{ path: 'startsAt', rule: 'startInPast' }]);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('is done once, and not to what was called off or has begun', async () => {
    const anna = await coordinatorOf(world);
    const [published, cancelled] = [await aMeeting(anna), await aDraft(anna)];
    await didMeeting(anna, 'cancelMeeting', { id: cancelled.id, reason: 'Choroba.' });
    const { id } = await running(world, anna, { members: 0, points: 1 });
    const before = await snapshotOf(world);
    for (const [of, state] of [
      [published.id, 'PUBLISHED'],
      [cancelled.id, 'CANCELLED'],
      [id, 'RUNNING'],
    ] as const)
      expect(errorOf(await giveMeeting(anna, 'publishMeeting', { id: of }))).toMatchObject({ code: 'CONFLICT', conflict: { state } });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('answers the same again for the same key, as the meeting is by then', async () => {
    const anna = await coordinatorOf(world);
    const input = { key: newId(), id: (await aDraft(anna)).id };
    const first = await didMeeting(anna, 'publishMeeting', input);
    const before = await snapshotOf(world);
    expect(apart(await didMeeting(anna, 'publishMeeting', input))).toEqual(apart(first));
    expect(await snapshotOf(world)).toBe(before);
  });
});
