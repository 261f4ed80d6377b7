import { describe, expect, it } from 'vitest';
import { aHand, conflictOf, expectOnce, recorded, spokenOf } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, running } from '../../support/meetings.ts';
import type { Member } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

describe('endVoice', () => {
  const world = useWorld();
  const under = async () => {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world));
    const [{ actor: olga }, { actor: jan }] = members as [Member, Member];
    return { meeting, marta, olga, jan };
  };

  it('ends a turn, with when it ended; nobody speaks by itself after that', async () => {
    const { meeting, marta, olga, jan } = await under();
    const { id } = await aHand(olga, meeting);
    const { id: waits } = await aHand(jan, meeting);
    await didMeeting(marta, 'giveVoice', { id });
    world.clock.advance(30);
    const written = { meeting, action: 'meeting.lead', reason: 'END_VOICE', toName: 'Olga Wilga' };
    expect((await recorded(world, marta, 'endVoice', { id }, written)).speakers).toMatchObject([{ id: waits, state: 'WAITING' }]);
    expect(await spokenOf(world, id)).toEqual({ state: 'DONE', from: world.clock.in(-30), to: world.clock.in(0) });
  });

  it('takes somebody off the line, who never spoke; done twice, it is done', async () => {
    const { meeting, marta, olga } = await under();
    const { id } = await aHand(olga, meeting);
    expect((await didMeeting(marta, 'endVoice', { id })).speakers).toEqual([]);
    await didMeeting(marta, 'endVoice', { id });
    expect(await spokenOf(world, id)).toEqual({ state: 'DONE', from: null, to: null });
  });

  it('is of a meeting under way: its end has put every hand down', async () => {
    const { meeting, marta, olga } = await under();
    const { id } = await aHand(olga, meeting);
    expect((await didMeeting(marta, 'endMeeting', { id: meeting })).speakers).toEqual([]);
    expect(await conflictOf(world, marta, 'endVoice', { id })).toMatchObject({ state: 'ENDED' });
  });

  it('answers the same again for the same key', async () => {
    const { meeting, marta, olga } = await under();
    await expectOnce(world, marta, 'endVoice', { id: (await aHand(olga, meeting)).id });
  });
});
