import { describe, expect, it } from 'vitest';
import { conflictOf, expectOnce, orderOf, pointOf, proposal, recorded, refusal } from '../../support/meeting-steps.ts';
import { aMeeting, coordinatorOf, didMeeting, giveMeeting, meetingFor, newPoint, running } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

describe('answerItem', () => {
  const world = useWorld();

  async function proposed() {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const { actor: olga } = await aMember(world);
    return { marta, olga, meeting, point: await proposal(olga, meeting) };
  }

  it('takes a proposal onto the agenda, behind what is there', async () => {
    const { marta, olga, meeting, point } = await proposed();
    const planned = newPoint(meeting);
    await didMeeting(marta, 'proposeItem', planned);
    const seen = await recorded(
      world,
      marta,
      'answerItem',
      { id: point.id, accepted: true },
      {
        ...{ meeting, action: 'agenda.answer', reason: 'ACCEPTED', about: { type: 'agenda', id: point.id } },
      },
    );
    expect(pointOf(seen, point.id)).toEqual({ ...point, state: 'PLANNED', version: 2 });
    expect(orderOf(seen)).toEqual([planned.id, point.id]);
    expect(seen.row).toMatchObject({ proposals: 0, plannedMinutes: 20 });
    expect(pointOf(await meetingFor(olga, meeting), point.id).state).toBe('PLANNED');
  });

  it('answers why not, for whoever proposed it to read; it is on no agenda', async () => {
    const { marta, olga, meeting, point } = await proposed();
    const input = { id: point.id, accepted: false, answer: '  Omówiliśmy to w\u00A0październiku. ' };
    const seen = await recorded(world, marta, 'answerItem', input, {
      ...{ meeting, action: 'agenda.answer', reason: 'REFUSED', about: { type: 'agenda', id: point.id } },
    });
    expect(seen.row).toMatchObject({ proposals: 0, plannedMinutes: 0 });
    expect(pointOf(await meetingFor(olga, meeting), point.id)).toMatchObject({ state: 'REFUSED', answer: 'Omówiliśmy to w październiku.' });
  });

  it('gives a reason with every no', async () => {
    const { marta, point } = await proposed();
    for (const answer of [null, '', ' \u200B '])
      expect((await refusal(world, marta, 'answerItem', { id: point.id, accepted: false, answer })).fields).toEqual([
        { path: 'answer', rule: 'required' },
      ]);
  });

  it('answers once: of two at the same time one is told how it stands', async () => {
    const { marta, meeting, point } = await proposed();
    const answers = await Promise.all(
      [true, false].map((accepted) => giveMeeting(marta, 'answerItem', { id: point.id, accepted, answer: 'Tak ustalono.' })),
    );
    const { state } = pointOf(await meetingFor(marta, meeting), point.id);
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.conflict) ?? [])).toEqual([
      { by: null, at: null, state },
    ]);
    expect(await conflictOf(world, marta, 'answerItem', { id: point.id, accepted: true })).toMatchObject({ state });
  });

  it('brings a proposal into a meeting that runs, and none once it is over', async () => {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world), { points: 1 });
    const olga = members[0]?.actor ?? marta;
    const [taken, late] = [await proposal(olga, meeting), await proposal(olga, meeting)];
    expect(pointOf(await didMeeting(marta, 'answerItem', { id: taken.id, accepted: true }), taken.id).state).toBe('PLANNED');
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, marta, 'answerItem', { id: late.id, accepted: true })).toMatchObject({ state: 'ENDED' });
  });

  it('answers the same again for the same key', async () => {
    const { marta, point } = await proposed();
    await expectOnce(world, marta, 'answerItem', { id: point.id, accepted: true });
  });
});
