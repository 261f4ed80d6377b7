import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { conflictOf, currentOf, expectOnce, proposal, recorded, refusal, statesOf } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, meetingFor, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('resumeItem', () => {
  const world = useWorld();

  it('takes up what was put aside, with the time that it had taken; the current one is still to come', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const [a, b] = items;
    world.clock.advance(70);
    await didMeeting(marta, 'parkItem', { id: meeting, from: a });
    world.clock.advance(20);
    const input = { id: meeting, from: b, itemId: a };
    const seen = await recorded(world, marta, 'resumeItem', input, { meeting, action: 'meeting.lead', reason: 'RESUME' });
    expect(statesOf(seen)).toEqual(['CURRENT', 'PLANNED', 'PLANNED']);
    expect(seen.items.map(({ spentMs }) => spentMs)).toEqual([70_000, 20_000, 0]);
    world.clock.advance(5);
    const after = await didMeeting(marta, 'nextItem', { id: meeting, from: a });
    expect(after.items[0]).toMatchObject({ state: 'DONE', spentMs: 75_000 });
    expect(currentOf(after)).toMatchObject({ id: b, spentMs: 20_000, since: world.clock.in(0) });
  });

  it('takes a point before its turn, and one after the last', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const [a, b, c] = items;
    expect(currentOf(await didMeeting(marta, 'resumeItem', { id: meeting, from: a, itemId: c }))?.id).toBe(c);
    expect(currentOf(await didMeeting(marta, 'nextItem', { id: meeting, from: c }))?.id).toBe(a);
    await didMeeting(marta, 'nextItem', { id: meeting, from: a });
    await didMeeting(marta, 'parkItem', { id: meeting, from: b });
    expect(currentOf(await meetingFor(marta, meeting))).toBeNull();
    expect(currentOf(await didMeeting(marta, 'resumeItem', { id: meeting, from: null, itemId: b }))?.id).toBe(b);
  });

  it('takes up nothing else: what is done, is current, waits for an answer, or belongs to another meeting', async () => {
    const { id: meeting, dkw: marta, items, members } = await running(world, await coordinatorOf(world));
    const [a, b] = items;
    await didMeeting(marta, 'nextItem', { id: meeting, from: a });
    const { id: proposed } = await proposal(members[0]?.actor ?? marta, meeting);
    for (const [itemId, state] of [
      [a, 'DONE'],
      [b, 'CURRENT'],
      [proposed, 'PROPOSED'],
    ])
      expect(await conflictOf(world, marta, 'resumeItem', { id: meeting, from: b, itemId })).toEqual({ by: null, at: null, state });
    const startsAt = world.clock.in(86_400);
    const other = await running(world, await coordinatorOf(world, 'ochota'), { members: 0, over: { district: 'ochota', startsAt } });
    for (const itemId of [newId(), other.items[2]])
      expect((await refusal(world, marta, 'resumeItem', { id: meeting, from: b, itemId })).code).toBe('NOT_FOUND');
    expect(await conflictOf(world, marta, 'resumeItem', { id: meeting, from: a, itemId: items[2] })).toMatchObject({ state: 'MOVED_ON' });
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    await expectOnce(world, marta, 'resumeItem', { id: meeting, from: items[0], itemId: items[2] });
  });
});
