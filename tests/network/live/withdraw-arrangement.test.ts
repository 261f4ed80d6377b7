import { describe, expect, it } from 'vitest';
import { aVote, conflictOf, expectOnce, recorded } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, mineIn, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('withdrawArrangement', () => {
  const world = useWorld();

  it('takes back what is voted on: it is nowhere any more, nor who voted', async () => {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world));
    const { id } = await aVote(marta, meeting);
    for (const { actor } of members) await didMeeting(actor, 'castBallot', { id, round: 1, ballot: 'FOR' });
    const seen = await recorded(world, marta, 'withdrawArrangement', { id }, { meeting, action: 'meeting.lead', reason: 'WITHDRAW' });
    expect(seen.arrangements).toEqual([]);
    for (const { actor } of members) expect((await mineIn(actor, meeting)).ballot).toBeNull();
    expect(await world.orm.em.fork().execute<object[]>('select 1 from ballot')).toEqual([]);
    const voter = members[0]?.actor ?? marta;
    expect(await conflictOf(world, voter, 'castBallot', { id, round: 1, ballot: 'FOR' })).toMatchObject({ state: 'WITHDRAWN' });
  });

  it('leaves what was saved', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const { id } = await aVote(marta, meeting);
    await didMeeting(marta, 'saveArrangement', { id, round: 1, for: 2, against: 1, abstained: 0 });
    expect(await conflictOf(world, marta, 'withdrawArrangement', { id })).toEqual({ by: null, at: world.clock.in(0), state: 'ADOPTED' });
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    await expectOnce(world, marta, 'withdrawArrangement', await aVote(marta, meeting));
  });
});
