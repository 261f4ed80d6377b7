import { describe, expect, it } from 'vitest';
import { aHand, conflictOf, currentOf, expectOnce, recorded, statesOf } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('previousItem', () => {
  const world = useWorld();

  it('goes back to the point before: its clock goes on from what it took, the other is still to come', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const [a, b] = items;
    world.clock.advance(100);
    await didMeeting(marta, 'nextItem', { id: meeting, from: a });
    world.clock.advance(30);
    const seen = await recorded(
      world,
      marta,
      'previousItem',
      { id: meeting, from: b },
      { meeting, action: 'meeting.lead', reason: 'BACK' },
    );
    expect(statesOf(seen)).toEqual(['CURRENT', 'PLANNED', 'PLANNED']);
    expect(seen.items[0]).toMatchObject({ spentMs: 100_000, since: world.clock.in(0) });
    expect(seen.items[1]).toMatchObject({ spentMs: 30_000, since: null });

    world.clock.advance(20);
    const on = await didMeeting(marta, 'nextItem', { id: meeting, from: a });
    expect(on.items[0]).toMatchObject({ state: 'DONE', spentMs: 120_000 });
    expect(on.items[1]).toMatchObject({ state: 'CURRENT', spentMs: 30_000, since: world.clock.in(0) });
  });

  it('goes back to the last when all were done, past what was put aside', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const [a, b, c] = items;
    await didMeeting(marta, 'nextItem', { id: meeting, from: a });
    await didMeeting(marta, 'parkItem', { id: meeting, from: b });
    await didMeeting(marta, 'nextItem', { id: meeting, from: c });
    expect(currentOf(await didMeeting(marta, 'previousItem', { id: meeting, from: null }))?.id).toBe(c);
    expect(currentOf(await didMeeting(marta, 'previousItem', { id: meeting, from: c }))?.id).toBe(a);
  });

  it('stays at the first, with its clock and whoever speaks', async () => {
    const { id: meeting, dkw: marta, items, members } = await running(world, await coordinatorOf(world));
    const { id } = await aHand(members[0]?.actor ?? marta, meeting);
    await didMeeting(marta, 'giveVoice', { id });
    world.clock.advance(40);
    const seen = await didMeeting(marta, 'previousItem', { id: meeting, from: items[0] });
    expect(seen.items[0]).toMatchObject({ state: 'CURRENT', spentMs: 0, since: world.clock.in(-40) });
    expect(seen.speakers).toMatchObject([{ id, state: 'SPEAKING' }]);
  });

  it('is of the point that was seen: pressed twice it goes back by one', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const [a, b, c] = items;
    await didMeeting(marta, 'nextItem', { id: meeting, from: a });
    await didMeeting(marta, 'nextItem', { id: meeting, from: b });
    await didMeeting(marta, 'previousItem', { id: meeting, from: c });
    expect(await conflictOf(world, marta, 'previousItem', { id: meeting, from: c })).toEqual({
      ...{ by: null, at: world.clock.in(0), state: 'MOVED_ON' },
    });
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, marta, 'previousItem', { id: meeting, from: b })).toMatchObject({ state: 'ENDED' });
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    await didMeeting(marta, 'nextItem', { id: meeting, from: items[0] });
    await expectOnce(world, marta, 'previousItem', { id: meeting, from: items[1] });
  });
});
