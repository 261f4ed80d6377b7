import { describe, expect, it } from 'vitest';
import { anAction, conflictOf, expectOnce, pointOf, proposal, recorded, refusal } from '../../support/meeting-steps.ts';
import { aMeeting, coordinatorOf, didMeeting, giveMeeting, meetingFor, newPoint, running } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

const words = (over: object = {}) => ({ title: 'Koce i kołdry', kind: 'DECISION', presenter: 'Jan Perkoz', minutes: 25, ...over });

describe('amendItem', () => {
  const world = useWorld();

  it('corrects what was written, and leaves its place', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const [first, second] = [newPoint(meeting), newPoint(meeting)];
    for (const point of [first, second]) await didMeeting(marta, 'proposeItem', point);
    const input = { id: first.id, version: 1, ...words() };
    const seen = await recorded(world, marta, 'amendItem', input, {
      ...{ meeting, action: 'agenda.propose', about: { type: 'agenda', id: first.id } },
    });
    expect(pointOf(seen, first.id)).toMatchObject({ ...words(), version: 2, state: 'PLANNED' });
    expect(seen.items.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(seen.row.plannedMinutes).toBe(35);
  });

  it('is a member’s own as long as it is a proposal; then they are told what became of it', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const { actor: olga } = await aMember(world);
    const [taken, refused] = [await proposal(olga, meeting), await proposal(olga, meeting)];
    await didMeeting(olga, 'amendItem', { id: taken.id, version: 1, ...words() });
    await didMeeting(marta, 'answerItem', { id: taken.id, accepted: true });
    await didMeeting(marta, 'answerItem', { id: refused.id, accepted: false, answer: 'Było w październiku.' });
    expect(await conflictOf(world, olga, 'amendItem', { id: taken.id, version: 3, ...words() })).toEqual({
      by: null,
      at: null,
      state: 'PLANNED',
    });
    expect(await conflictOf(world, olga, 'amendItem', { id: refused.id, version: 2, ...words() })).toMatchObject({ state: 'REFUSED' });
    await didMeeting(marta, 'amendItem', { id: taken.id, version: 3, ...words() });
  });

  it('overwrites nothing that was written in between: of two at once one is told', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const { id } = await proposal(marta, meeting);
    const answers = await Promise.all(
      ['Koce', 'Kołdry'].map((title) => giveMeeting(marta, 'amendItem', { id, version: 1, ...words({ title }) })),
    );
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? [])).toEqual([{ code: 'STALE', version: 2 }]);
    expect(pointOf(await meetingFor(marta, meeting), id).version).toBe(2);
  });

  it('changes the current point while it runs, never one that is done or comes by itself', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    const [first] = items;
    const seen = await didMeeting(marta, 'amendItem', { id: first, version: 1, ...words() });
    expect(pointOf(seen, first)).toMatchObject({ state: 'CURRENT', minutes: 25, spentMs: 0 });
    await didMeeting(marta, 'nextItem', { id: meeting, from: first });
    expect(await conflictOf(world, marta, 'amendItem', { id: first, version: 2, ...words() })).toMatchObject({ state: 'DONE' });
    await anAction(marta, meeting, marta.personId);
    const next = await aMeeting(marta, { startsAt: world.clock.in(7 * 86_400) });
    const [follow] = (await meetingFor(marta, next.id)).items;
    expect((await refusal(world, marta, 'amendItem', { id: follow?.id, version: 1, ...words() })).fields).toEqual([
      { path: 'id', rule: 'choice' },
    ]);
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, marta, 'amendItem', { id: items[2], version: 1, ...words() })).toMatchObject({ state: 'ENDED' });
  });

  it('answers the same again for the same key', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    const { id } = await proposal(marta, meeting);
    await expectOnce(world, marta, 'amendItem', { id, version: 1, ...words() });
  });
});
