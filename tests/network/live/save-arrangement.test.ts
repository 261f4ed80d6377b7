import { describe, expect, it } from 'vitest';
import { aVote, expectOnce, recorded, refusal } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, giveMeeting, meetingFor, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('saveArrangement', () => {
  const world = useWorld();

  it.each([
    ['more for than against', { for: 8, against: 2, abstained: 5 }, 'ADOPTED'],
    ['as many for as against', { for: 4, against: 4, abstained: 0 }, 'REJECTED'],
    ['more against', { for: 1, against: 2, abstained: 9 }, 'REJECTED'],
    ['nobody at all', { for: 0, against: 0, abstained: 7 }, 'REJECTED'],
    ['one voice', { for: 1, against: 0, abstained: 0 }, 'ADOPTED'],
  ])('with %s keeps the count as %j', async (_what, count, state) => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world), { members: 0 });
    const { id } = await aVote(marta, meeting);
    world.clock.advance(20);
    const written = { meeting, action: 'meeting.lead', reason: state };
    const seen = await recorded(world, marta, 'saveArrangement', { id, round: 1, ...count }, written);
    expect(seen.arrangements).toMatchObject([{ id, state, round: 1, ...count, savedAt: world.clock.in(0) }]);
  });

  it('keeps what the leader counted in the room, and forgets who showed a hand', async () => {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world));
    const { id } = await aVote(marta, meeting);
    for (const { actor } of members) await didMeeting(actor, 'castBallot', { id, round: 1, ballot: 'AGAINST' });
    await didMeeting(marta, 'saveArrangement', { id, round: 1, for: 9, against: 3, abstained: 1 });
    expect((await meetingFor(marta, meeting)).arrangements).toMatchObject([{ state: 'ADOPTED', for: 9, against: 3, abstained: 1 }]);
    expect(await world.orm.em.fork().execute<object[]>('select 1 from ballot')).toEqual([]);
  });

  it('is saved once: of two counts at once one is told how the vote ended', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const { id } = await aVote(marta, meeting);
    const counts = [
      { for: 5, against: 1, abstained: 0 },
      { for: 1, against: 5, abstained: 0 },
    ];
    const answers = await Promise.all(counts.map((count) => giveMeeting(marta, 'saveArrangement', { id, round: 1, ...count })));
    const [saved] = (await meetingFor(marta, meeting)).arrangements;
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.conflict) ?? [])).toEqual([
      { by: null, at: world.clock.in(0), state: saved?.state },
    ]);
  });

  it('takes numbers that a room can have', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const { id } = await aVote(marta, meeting);
    const count = { id, round: 1, for: 0, against: 0, abstained: 0 };
    expect((await refusal(world, marta, 'saveArrangement', { ...count, for: -1 })).fields).toMatchObject([
      { path: 'for', rule: 'tooSmall' },
    ]);
    expect((await refusal(world, marta, 'saveArrangement', { ...count, abstained: 501 })).fields).toMatchObject([
      { path: 'abstained', rule: 'tooLarge' },
    ]);
  });

  it('adopts nothing in the database that was not counted so, whatever writes it', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const { id } = await aVote(marta, meeting);
    const em = world.orm.em.fork();
    await expect(em.execute(`update arrangement set state = 'ADOPTED' where id = ?`, [id])).rejects.toThrow(/arrangement_counted/);
    const lost = `update arrangement set state = 'ADOPTED', votes_for = 1, votes_against = 1, votes_abstained = 0 where id = ?`;
    await expect(em.execute(lost, [id])).rejects.toThrow(/arrangement_outcome/);
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const { id } = await aVote(marta, meeting);
    await expectOnce(world, marta, 'saveArrangement', { id, round: 1, for: 2, against: 1, abstained: 0 });
  });
});
