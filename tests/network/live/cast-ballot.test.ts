import { newId } from '@ww/shared/id';
import { BALLOTS } from '@ww/shared/network/terms';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { aVote, conflictOf, expectOnce, recorded } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, giveMeeting, meetingFor, mineIn, running } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

describe('castBallot', () => {
  const world = useWorld();

  async function voting(members = 3) {
    const at = await running(world, await coordinatorOf(world), { members });
    const { id: vote } = await aVote(at.dkw, at.id);
    return { meeting: at.id, marta: at.dkw, vote, people: at.members.map(({ actor }) => actor) as [Actor, Actor, Actor] };
  }
  const countOf = async (by: Actor, meeting: string) => {
    const [{ for: yes, against, abstained } = { for: -1, against: -1, abstained: -1 }] = (await meetingFor(by, meeting)).arrangements;
    return [yes, against, abstained];
  };

  it('is counted at once for everybody, and known as one’s own to oneself alone', async () => {
    const { meeting, marta, vote, people } = await voting();
    const [olga, jan, ewa] = people;
    const written = { meeting, action: 'meeting.answer', reason: 'BALLOT' };
    await recorded(world, olga, 'castBallot', { id: vote, round: 1, ballot: 'FOR' }, written);
    await didMeeting(jan, 'castBallot', { id: vote, round: 1, ballot: 'AGAINST' });
    await didMeeting(ewa, 'castBallot', { id: vote, round: 1, ballot: 'ABSTAINED' });
    expect(await countOf(marta, meeting)).toEqual([1, 1, 1]);
    for (const [at, by] of people.entries())
      expect((await mineIn(by, meeting)).ballot).toEqual({ arrangementId: vote, ballot: BALLOTS[at] });
    expect((await mineIn(marta, meeting)).ballot).toBeNull();
  });

  it('can be changed until the count is saved, and counts once', async () => {
    const { meeting, marta, vote, people } = await voting();
    const [olga] = people;
    for (const ballot of ['FOR', 'ABSTAINED', 'AGAINST', 'AGAINST']) await didMeeting(olga, 'castBallot', { id: vote, round: 1, ballot });
    expect(await countOf(marta, meeting)).toEqual([0, 1, 0]);
    await didMeeting(marta, 'saveArrangement', { id: vote, round: 1, for: 2, against: 1, abstained: 0 });
    expect(await conflictOf(world, olga, 'castBallot', { id: vote, round: 1, ballot: 'FOR' })).toEqual({
      ...{ by: null, at: world.clock.in(0), state: 'ADOPTED' },
    });
  });

  it('counts each person once, however many hands are shown at once', async () => {
    const { meeting, marta, vote, people } = await voting();
    const answers = await Promise.all(
      people.flatMap((by) => BALLOTS.map((ballot) => giveMeeting(by, 'castBallot', { id: vote, round: 1, ballot }))),
    );
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect((await countOf(marta, meeting)).reduce((sum, each) => sum + each)).toBe(people.length);
    const twice = `insert into ballot (arrangement_id, person_id, choice) select arrangement_id, person_id, choice from ballot`;
    await expect(world.orm.em.fork().execute(twice)).rejects.toThrow(/ballot_pkey/);
  });

  it('of an earlier round is void, also when it was on its way', async () => {
    const { meeting, marta, vote, people } = await voting();
    const [olga, jan] = people;
    await didMeeting(olga, 'castBallot', { id: vote, round: 1, ballot: 'FOR' });
    await didMeeting(marta, 'recountArrangement', { id: vote });
    expect(await conflictOf(world, jan, 'castBallot', { id: vote, round: 1, ballot: 'FOR' })).toEqual({
      ...{ by: null, at: null, state: 'RECOUNTED' },
    });
    expect(await countOf(marta, meeting)).toEqual([0, 0, 0]);
    expect((await mineIn(olga, meeting)).ballot).toBeNull();
    await didMeeting(jan, 'castBallot', { id: vote, round: 2, ballot: 'FOR' });
    expect(await countOf(marta, meeting)).toEqual([1, 0, 0]);
  });

  it('is for whoever takes part', async () => {
    const { meeting, marta, vote } = await voting();
    const { actor: away } = await aMember(world);
    expect(await conflictOf(world, away, 'castBallot', { id: vote, round: 1, ballot: 'FOR' })).toEqual({
      ...{ by: null, at: null, state: 'NO_SEAT' },
    });
    await didMeeting(marta, 'checkIn', { id: newId(), meetingId: meeting, personId: away.personId });
    await didMeeting(away, 'castBallot', { id: vote, round: 1, ballot: 'FOR' });
    expect(await countOf(marta, meeting)).toEqual([1, 0, 0]);
  });

  it('ends with the meeting: a vote that was open is none', async () => {
    const { meeting, marta, vote, people } = await voting();
    await didMeeting(people[0], 'castBallot', { id: vote, round: 1, ballot: 'FOR' });
    expect((await didMeeting(marta, 'endMeeting', { id: meeting })).arrangements).toEqual([]);
    expect(await conflictOf(world, people[1], 'castBallot', { id: vote, round: 1, ballot: 'FOR' })).toMatchObject({ state: 'ENDED' });
  });

  it('answers the same again for the same key', async () => {
    const { vote, people } = await voting();
    await expectOnce(world, people[0], 'castBallot', { id: vote, round: 1, ballot: 'FOR' });
  });
});
