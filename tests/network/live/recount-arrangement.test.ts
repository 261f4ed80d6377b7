import { describe, expect, it } from 'vitest';
import { aVote, conflictOf, expectOnce, recorded } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, mineIn, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('recountArrangement', () => {
  const world = useWorld();

  it('voids what was shown, and begins a new round', async () => {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world));
    const { id } = await aVote(marta, meeting);
    for (const { actor } of members) await didMeeting(actor, 'castBallot', { id, round: 1, ballot: 'FOR' });
    const seen = await recorded(world, marta, 'recountArrangement', { id }, { meeting, action: 'meeting.lead', reason: 'RECOUNT' });
    expect(seen.arrangements).toMatchObject([{ id, state: 'VOTING', round: 2, for: 0, against: 0, abstained: 0 }]);
    for (const { actor } of members) expect((await mineIn(actor, meeting)).ballot).toBeNull();
    expect(await world.orm.em.fork().execute<object[]>('select 1 from ballot')).toEqual([]);
  });

  it('makes the count of the round before worth nothing', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const { id } = await aVote(marta, meeting);
    await didMeeting(marta, 'recountArrangement', { id });
    const count = { id, for: 3, against: 0, abstained: 0 };
    expect(await conflictOf(world, marta, 'saveArrangement', { ...count, round: 1 })).toEqual({ by: null, at: null, state: 'RECOUNTED' });
    expect((await didMeeting(marta, 'saveArrangement', { ...count, round: 2 })).arrangements).toMatchObject([{ state: 'ADOPTED' }]);
  });

  it('is of an open vote only', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const saved = await aVote(marta, meeting);
    await didMeeting(marta, 'saveArrangement', { id: saved.id, round: 1, for: 0, against: 1, abstained: 0 });
    const withdrawn = await aVote(marta, meeting);
    await didMeeting(marta, 'withdrawArrangement', withdrawn);
    expect(await conflictOf(world, marta, 'recountArrangement', saved)).toEqual({ by: null, at: world.clock.in(0), state: 'REJECTED' });
    expect(await conflictOf(world, marta, 'recountArrangement', withdrawn)).toEqual({ by: null, at: null, state: 'WITHDRAWN' });
  });

  it('answers the same again for the same key, and counts one round', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const seen = await expectOnce(world, marta, 'recountArrangement', await aVote(marta, meeting));
    expect(seen.arrangements).toMatchObject([{ round: 2 }]);
  });
});
