import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { auditOf, eventsOf } from '../../support/log.ts';
import { anAction } from '../../support/meeting-steps.ts';
import type { MyActionsSeen } from '../../support/meeting-views.ts';
import { aMeeting, coordinatorOf, didMeeting, meetingFor, running } from '../../support/meetings.ts';
import { actionsFor } from '../../support/minutes.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('finishAction', () => {
  const world = useWorld();

  async function given() {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world));
    const olga = members[0]?.actor ?? marta;
    const { id } = await anAction(marta, meeting, olga.personId);
    world.clock.advance(60);
    return { meeting, marta, olga, id };
  }

  it('is said by the owner, told to their page, to its meeting and to those ahead', async () => {
    const { meeting, marta, olga, id } = await given();
    const { id: next } = await aMeeting(marta, { startsAt: world.clock.in(7 * 86_400) });
    const told = [(await eventsOf(world, meeting)).length, (await eventsOf(world, next)).length];
    expect((await meetingFor(olga, next)).followUps).toMatchObject([{ id }]);

    const seen = await didMeeting<MyActionsSeen>(olga, 'finishAction', { id, done: true });

    expect(seen.actions).toMatchObject([{ id, doneAt: world.clock.in(0), version: 2 }]);
    expect(await eventsOf(world, id)).toMatchObject([
      { topic: 'action', scope: olga.personId, version: 1 },
      { topic: 'action', scope: olga.personId, version: 2 },
    ]);
    for (const [at, of] of [meeting, next].entries())
      expect((await eventsOf(world, of)).slice(told[at])).toMatchObject([{ topic: 'meeting', scope: 'wlochy' }]);
    expect((await meetingFor(olga, next)).followUps).toEqual([]);
    expect((await meetingFor(olga, meeting)).actions).toMatchObject([{ id, doneAt: world.clock.in(0) }]);
    expect((await auditOf(world, id)).at(-1)).toMatchObject({
      ...{ action: 'action.finish', actor_id: olga.personId, subject_type: 'action', district: 'wlochy', outcome: 'DONE', reason: 'DONE' },
    });
  });

  it('is said by the district’s coordinator too, whose own list it is not on', async () => {
    const { marta, olga, id } = await given();
    expect((await didMeeting<MyActionsSeen>(marta, 'finishAction', { id, done: true })).actions).toEqual([]);
    expect((await actionsFor(olga)).actions).toMatchObject([{ id, doneAt: world.clock.in(0) }]);
    const [row] = await world.orm.em.fork().execute<object[]>('select done_by_id from action_item where id = ?', [id]);
    expect(row).toEqual({ done_by_id: marta.personId });
  });

  it('is not done after all, when somebody says so', async () => {
    const { olga, marta, id } = await given();
    await didMeeting(olga, 'finishAction', { id, done: true });
    world.clock.advance(1);
    await didMeeting(marta, 'finishAction', { id, done: false });
    expect((await actionsFor(olga)).actions).toMatchObject([{ id, doneAt: null, version: 3 }]);
    expect((await auditOf(world, id)).at(-1)).toMatchObject({ reason: 'NOT_DONE' });
  });

  it('said twice is said once', async () => {
    const { olga, marta, id } = await given();
    await didMeeting(olga, 'finishAction', { id, done: true });
    world.clock.advance(60);
    await Promise.all([olga, marta, olga].map((by) => didMeeting(by, 'finishAction', { id, done: true })));
    expect((await actionsFor(olga)).actions).toMatchObject([{ doneAt: world.clock.in(-60), version: 2 }]);
    expect(await eventsOf(world, id)).toHaveLength(2);
  });

  it('can be said once its owner is in the Network no more, and after the meeting', async () => {
    const { meeting, olga, marta, id } = await given();
    await didMeeting(marta, 'endMeeting', { id: meeting });
    await world.orm.em.fork().execute(`update network_member set state = 'LEFT'`);
    expect((await didMeeting<MyActionsSeen>(olga, 'finishAction', { id, done: true })).actions).toMatchObject([
      { doneAt: world.clock.in(0) },
    ]);
  });

  it('answers the same again for the same key', async () => {
    const { olga, id } = await given();
    const input = { key: newId(), id, done: true };
    const { actions } = await didMeeting<MyActionsSeen>(olga, 'finishAction', input);
    const before = await snapshotOf(world);
    expect((await didMeeting<MyActionsSeen>(olga, 'finishAction', input)).actions).toEqual(actions);
    expect(await snapshotOf(world)).toBe(before);
  });
});
