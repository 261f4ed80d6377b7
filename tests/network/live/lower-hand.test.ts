import { describe, expect, it } from 'vitest';
import { aHand, expectOnce, recorded, spokenOf } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, meetingFor, running } from '../../support/meetings.ts';
import type { Member } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

describe('lowerHand', () => {
  const world = useWorld();
  const under = async () => {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world));
    const [{ actor: olga }] = members as [Member, ...Member[]];
    return { meeting, marta, olga };
  };

  it('takes one’s own hand down, again without any harm', async () => {
    const { meeting, olga } = await under();
    const { id } = await aHand(olga, meeting);
    const written = { meeting, action: 'meeting.answer', reason: 'HAND_DOWN' };
    expect((await recorded(world, olga, 'lowerHand', { id }, written)).speakers).toEqual([]);
    expect((await didMeeting(olga, 'lowerHand', { id })).speakers).toEqual([]);
    expect((await aHand(olga, meeting)).id).not.toBe(id);
  });

  it('ends one’s own turn, with when it ended', async () => {
    const { meeting, marta, olga } = await under();
    const { id } = await aHand(olga, meeting);
    await didMeeting(marta, 'giveVoice', { id });
    world.clock.advance(95);
    await didMeeting(olga, 'lowerHand', { id });
    expect(await spokenOf(world, id)).toEqual({ state: 'DONE', from: world.clock.in(-95), to: world.clock.in(0) });
    expect((await meetingFor(marta, meeting)).speakers).toEqual([]);
  });

  it('answers the same again for the same key', async () => {
    const { meeting, olga } = await under();
    await expectOnce(world, olga, 'lowerHand', { id: (await aHand(olga, meeting)).id });
  });
});
