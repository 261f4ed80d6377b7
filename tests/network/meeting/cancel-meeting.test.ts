import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { eventsOf } from '../../support/log.ts';
import {
  aDraft,
  aMeeting,
  answered,
  apart,
  coordinatorOf,
  didMeeting,
  giveMeeting,
  meetingFor,
  MEETING_STARTS,
  mineIn,
  running,
  sequenceOf,
  wasAudited,
} from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

const reason = 'Sala jest zalana.';

describe('cancelMeeting', () => {
  const world = useWorld();

  it('calls it off for everybody, with the reason; calendars are told by one more sequence', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id } = await aMeeting(anna);
    await answered(olga, id);

    const { row } = await didMeeting(anna, 'cancelMeeting', { id, reason: ` ${reason}` });

    expect(row).toMatchObject({ state: 'CANCELLED', cancelReason: reason, version: 4, accepted: 1 });
    expect((await meetingFor(olga.actor, id)).row).toEqual(row);
    expect((await mineIn(olga.actor, id)).rsvp).toMatchObject({ state: 'ACCEPTED' });
    expect(await sequenceOf(world, id)).toBe(1);
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'meeting', scope: 'wlochy', version: 4 });
    await wasAudited(world, id, { action: 'meeting.call', actor_id: anna.personId, outcome: 'DONE' });
  });

  it('takes neither answers nor changes any more', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id } = await aMeeting(anna);
    await didMeeting(anna, 'cancelMeeting', { id, reason });
    const before = await snapshotOf(world);
    const refused = [
      await giveMeeting(olga.actor, 'answerMeeting', { id, coming: true, organisationId: olga.organisationId }),
      await giveMeeting(anna, 'setDeputies', { id, people: [] }),
      await giveMeeting(anna, 'checkIn', { id: newId(), meetingId: id, name: 'Gość' }),
      await giveMeeting(anna, 'startMeeting', { id }),
    ];
    for (const answer of refused)
      expect(errorOf(answer)).toMatchObject({ code: 'CONFLICT', conflict: { state: 'CANCELLED', at: world.clock.now().toISOString() } });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('calls a draft off for whoever knew of it: nobody else ever sees it', async () => {
    const anna = await coordinatorOf(world);
    const { actor: olga } = await aMember(world);
    const { id } = await aDraft(anna);
    await didMeeting(anna, 'cancelMeeting', { id, reason });
    expect(await sequenceOf(world, id)).toBe(0);
    expect((await meetingFor(anna, id)).row).toMatchObject({ state: 'CANCELLED' });
    expect(errorOf(await olga.send('query ($id: ID!) { meeting(id: $id) { present } }', { id })).code).toBe('NOT_FOUND');
    const list = await olga.send('query { meetings(district: "wlochy") { rows { id } } }');
    expect(list.data).toEqual({ meetings: { rows: [] } });
  });

  it('is not done twice, nor to a meeting that has begun or is over', async () => {
    const anna = await coordinatorOf(world);
    const { id: off } = await aMeeting(anna);
    await didMeeting(anna, 'cancelMeeting', { id: off, reason });
    const { id } = await running(world, anna, { members: 0, points: 1 });
    for (const [of, state] of [
      [off, 'CANCELLED'],
      [id, 'RUNNING'],
    ] as const)
      expect(errorOf(await giveMeeting(anna, 'cancelMeeting', { id: of, reason }))).toMatchObject({
        code: 'CONFLICT',
        conflict: { state },
      });
    await didMeeting(anna, 'endMeeting', { id });
    expect(errorOf(await giveMeeting(anna, 'cancelMeeting', { id, reason })).conflict).toMatchObject({
      state: 'ENDED',
      at: MEETING_STARTS,
    });
  });

  it.each([
    ['', 'required'],
    ['S'.repeat(301), 'tooLong'],
  ])('wants a reason', async (given, rule) => {
    const anna = await coordinatorOf(world);
    const { id } = await aMeeting(anna);
    expect(errorOf(await giveMeeting(anna, 'cancelMeeting', { id, reason: given })).fields).toMatchObject([{ path: 'reason', rule }]);
  });

  it('answers the same again for the same key', async () => {
    const anna = await coordinatorOf(world);
    const input = { key: newId(), id: (await aMeeting(anna)).id, reason };
    const first = await didMeeting(anna, 'cancelMeeting', input);
    const before = await snapshotOf(world);
    expect(apart(await didMeeting(anna, 'cancelMeeting', input))).toEqual(apart(first));
    expect(await snapshotOf(world)).toBe(before);
  });
});
