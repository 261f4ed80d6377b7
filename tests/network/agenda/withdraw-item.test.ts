import { describe, expect, it } from 'vitest';
import { conflictOf, expectOnce, orderOf, proposal, recorded, refusal } from '../../support/meeting-steps.ts';
import { aMeeting, coordinatorOf, didMeeting, giveMeeting, meetingFor, running } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

describe('withdrawItem', () => {
  const world = useWorld();

  it('takes a proposal back, and a point off the agenda', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const { actor: olga } = await aMember(world);
    const [own, theirs, planned] = [await proposal(olga, meeting), await proposal(olga, meeting), await proposal(marta, meeting)];
    const seen = await recorded(
      world,
      olga,
      'withdrawItem',
      { id: own.id },
      {
        ...{ meeting, action: 'agenda.propose', about: { type: 'agenda', id: own.id } },
      },
    );
    expect(orderOf(seen)).toEqual([theirs.id, planned.id]);
    await didMeeting(marta, 'withdrawItem', { id: planned.id });
    expect(orderOf(await didMeeting(marta, 'withdrawItem', { id: theirs.id }))).toEqual([]);
  });

  it('is no more a member’s once it is answered: they are told how', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const { actor: olga } = await aMember(world);
    const { id } = await proposal(olga, meeting);
    await didMeeting(marta, 'answerItem', { id, accepted: true });
    expect(await conflictOf(world, olga, 'withdrawItem', { id })).toEqual({ by: null, at: null, state: 'PLANNED' });
  });

  it('leaves what the meeting has dealt with, if only for a moment', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world), { points: 5 });
    const [a, b, c, d, e] = items;
    world.clock.advance(60);
    await didMeeting(marta, 'nextItem', { id: meeting, from: a });
    world.clock.advance(1);
    await didMeeting(marta, 'parkItem', { id: meeting, from: b });
    world.clock.advance(1);
    await didMeeting(marta, 'resumeItem', { id: meeting, from: c, itemId: d });
    for (const [id, state] of [
      [a, 'DONE'],
      [b, 'PARKED'],
      [c, 'PLANNED'],
      [d, 'CURRENT'],
    ])
      expect(await conflictOf(world, marta, 'withdrawItem', { id })).toEqual({ by: null, at: null, state });
    expect(orderOf(await didMeeting(marta, 'withdrawItem', { id: e }))).toEqual([a, b, c, d]);
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, marta, 'withdrawItem', { id: c })).toMatchObject({ state: 'ENDED' });
  });

  it('is done once: of two at the same time, and of any later one, the point is missing', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const { id } = await proposal(marta, meeting);
    const answers = await Promise.all([1, 2].map(() => giveMeeting(marta, 'withdrawItem', { id })));
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? [])).toEqual([{ code: 'NOT_FOUND' }]);
    expect((await refusal(world, marta, 'withdrawItem', { id })).code).toBe('NOT_FOUND');
    expect((await meetingFor(marta, meeting)).items).toEqual([]);
  });

  it('answers the same again for the same key', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    await expectOnce(world, marta, 'withdrawItem', { id: (await proposal(marta, meeting)).id });
  });
});
