import { describe, expect, it } from 'vitest';
import { aHand, conflictOf, expectOnce, recorded, spokenOf } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, giveMeeting, meetingFor, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('giveVoice', () => {
  const world = useWorld();

  /** Three hands in the order of the members. */
  async function line() {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world), { members: 3 });
    const hands: string[] = [];
    for (const { actor } of members) {
      world.clock.advance(1);
      hands.push((await aHand(actor, meeting)).id);
    }
    return { meeting, marta, hands: hands as [string, string, string], people: members.map(({ actor }) => actor) };
  }

  it('lets somebody of the line speak, also before their turn', async () => {
    const { meeting, marta, hands } = await line();
    world.clock.advance(10);
    const seen = await recorded(
      world,
      marta,
      'giveVoice',
      { id: hands[1] },
      {
        ...{ meeting, action: 'meeting.lead', reason: 'GIVE_VOICE', toName: 'Olga Wilga' },
      },
    );
    expect(seen.speakers.map(({ id, state, spokeFrom }) => [id, state, spokeFrom])).toEqual([
      [hands[1], 'SPEAKING', world.clock.in(0)],
      [hands[0], 'WAITING', null],
      [hands[2], 'WAITING', null],
    ]);
  });

  it('is one voice at a time: whoever spoke has spoken', async () => {
    const { meeting, marta, hands } = await line();
    await didMeeting(marta, 'giveVoice', { id: hands[0] });
    world.clock.advance(40);
    const seen = await didMeeting(marta, 'giveVoice', { id: hands[1] });
    expect(seen.speakers.map(({ id, state }) => [id, state])).toEqual([
      [hands[1], 'SPEAKING'],
      [hands[2], 'WAITING'],
    ]);
    expect(await spokenOf(world, hands[0])).toEqual({ state: 'DONE', from: world.clock.in(-40), to: world.clock.in(0) });
    expect(await conflictOf(world, marta, 'giveVoice', { id: hands[0] })).toEqual({ by: null, at: null, state: 'DONE' });
    expect(await conflictOf(world, marta, 'giveVoice', { id: hands[1] })).toMatchObject({ state: 'SPEAKING' });
    expect((await meetingFor(marta, meeting)).speakers).toHaveLength(2);
  });

  it('of voices given at once one speaks, and a hand that went down is not called', async () => {
    const { meeting, marta, hands, people } = await line();
    const answers = await Promise.all([
      ...hands.map((id) => giveMeeting(marta, 'giveVoice', { id })),
      people[2] ? giveMeeting(people[2], 'lowerHand', { id: hands[2] }) : null,
    ]);
    for (const answer of answers)
      for (const { extensions } of answer?.errors ?? [])
        expect(extensions).toMatchObject({ code: 'CONFLICT', conflict: { state: 'DONE' } });
    const { speakers } = await meetingFor(marta, meeting);
    expect(speakers.filter(({ state }) => state === 'SPEAKING').length).toBeLessThanOrEqual(1);
    expect(speakers.filter(({ state }) => state === 'WAITING')).toEqual([]);
  });

  it('has one speaker and one hand a person in the database, whatever writes it', async () => {
    const { meeting, hands, people } = await line();
    const em = world.orm.em.fork();
    await expect(em.execute(`update speaker set state = 'SPEAKING' where meeting_id = ?`, [meeting])).rejects.toThrow(/speaker_speaking/);
    await expect(em.execute('update speaker set person_id = ? where id = ?', [people[0]?.personId, hands[1]])).rejects.toThrow(
      /speaker_hand/,
    );
  });

  it('answers the same again for the same key', async () => {
    const { marta, hands } = await line();
    await expectOnce(world, marta, 'giveVoice', { id: hands[0] });
  });
});
