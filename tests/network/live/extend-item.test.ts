import { describe, expect, it } from 'vitest';
import { conflictOf, expectOnce, pointOf, recorded, refusal } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('extendItem', () => {
  const world = useWorld();

  it('adds minutes to the current point, again and again; what was planned and its clock stay', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    world.clock.advance(300);
    const input = { id: meeting, from: items[0], minutes: 5 };
    const seen = await recorded(world, marta, 'extendItem', input, { meeting, action: 'meeting.lead', reason: '+5' });
    expect(pointOf(seen, items[0])).toMatchObject({ minutes: 10, extraMinutes: 5, since: world.clock.in(-300), spentMs: 0 });
    expect(pointOf(await didMeeting(marta, 'extendItem', { ...input, minutes: 60 }), items[0]).extraMinutes).toBe(65);
  });

  it('keeps them when the point is gone back to', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const [a, b] = items;
    await didMeeting(marta, 'extendItem', { id: meeting, from: a, minutes: 7 });
    await didMeeting(marta, 'nextItem', { id: meeting, from: a });
    expect(pointOf(await didMeeting(marta, 'previousItem', { id: meeting, from: b }), a).extraMinutes).toBe(7);
  });

  it.each([
    [0, 'tooSmall'],
    [-5, 'tooSmall'],
    [61, 'tooLarge'],
  ])('refuses %i minutes: %s', async (minutes, rule) => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world), { members: 0 });
    const refused = await refusal(world, marta, 'extendItem', { id: meeting, from: items[0], minutes });
    expect(refused.fields).toMatchObject([{ path: 'minutes', rule }]);
  });

  it('is of the point that was seen: nobody extends the next one by mistake', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    await didMeeting(marta, 'nextItem', { id: meeting, from: items[0] });
    expect(await conflictOf(world, marta, 'extendItem', { id: meeting, from: items[0], minutes: 5 })).toMatchObject({ state: 'MOVED_ON' });
  });

  it('answers the same again for the same key, and adds once', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const seen = await expectOnce(world, marta, 'extendItem', { id: meeting, from: items[0], minutes: 5 });
    expect(pointOf(seen, items[0]).extraMinutes).toBe(5);
  });
});
