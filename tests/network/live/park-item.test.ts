import { describe, expect, it } from 'vitest';
import { aHand, conflictOf, expectOnce, recorded, refusal, statesOf } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('parkItem', () => {
  const world = useWorld();

  it('puts the current point aside with the time it took, and goes on; whoever speaks has spoken', async () => {
    const { id: meeting, dkw: marta, items, members } = await running(world, await coordinatorOf(world));
    const { id: hand } = await aHand(members[0]?.actor ?? marta, meeting);
    await didMeeting(marta, 'giveVoice', { id: hand });
    world.clock.advance(61.5);
    const input = { id: meeting, from: items[0] };
    const seen = await recorded(world, marta, 'parkItem', input, { meeting, action: 'meeting.lead', reason: 'PARK' });
    expect(statesOf(seen)).toEqual(['PARKED', 'CURRENT', 'PLANNED']);
    expect(seen.items[0]).toMatchObject({ spentMs: 61_500, since: null });
    expect(seen.items[1]).toMatchObject({ since: world.clock.in(0) });
    expect(seen.speakers).toEqual([]);
  });

  it('may be the last one that there was', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world), { points: 1 });
    expect(statesOf(await didMeeting(marta, 'parkItem', { id: meeting, from: items[0] }))).toEqual(['PARKED']);
  });

  it('is of the point that was seen, and needs one', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    await didMeeting(marta, 'parkItem', { id: meeting, from: items[0] });
    expect(await conflictOf(world, marta, 'parkItem', { id: meeting, from: items[0] })).toMatchObject({ state: 'MOVED_ON' });
    expect((await refusal(world, marta, 'parkItem', { id: meeting, from: null })).fields).toMatchObject([{ path: 'from' }]);
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, marta, 'parkItem', { id: meeting, from: items[1] })).toMatchObject({ state: 'ENDED' });
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    await expectOnce(world, marta, 'parkItem', { id: meeting, from: items[0] });
  });
});
