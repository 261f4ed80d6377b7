import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../support/log.ts';
import { aHand, anAction, aVote, conflictOf, expectOnce, recorded, spokenOf, statesOf } from '../../support/meeting-steps.ts';
import { aDraft, aMeeting, coordinatorOf, didMeeting, giveMeeting, meetingFor, newPoint, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('endMeeting', () => {
  const world = useWorld();

  it('stops the clock, puts hands down, takes back an open vote, and leaves minutes to be written', async () => {
    const { id: meeting, dkw: marta, members } = await running(world, await coordinatorOf(world));
    const [olga, jan] = members.map(({ actor }) => actor);
    const { id: speaks } = await aHand(olga ?? marta, meeting);
    const { id: waits } = await aHand(jan ?? marta, meeting);
    await didMeeting(marta, 'giveVoice', { id: speaks });
    const { id: vote } = await aVote(marta, meeting);
    await didMeeting(olga ?? marta, 'castBallot', { id: vote, round: 1, ballot: 'FOR' });
    world.clock.advance(125);

    const seen = await recorded(world, marta, 'endMeeting', { id: meeting }, { meeting, action: 'meeting.lead', reason: 'END' });

    expect(seen).toMatchObject({ row: { state: 'ENDED', endedAt: world.clock.in(0), minutes: 'DRAFT' }, speakers: [], arrangements: [] });
    expect(seen.items[0]).toMatchObject({ state: 'DONE', spentMs: 125_000, since: null });
    expect(statesOf(seen)).toEqual(['DONE', 'PLANNED', 'PLANNED']);
    const em = world.orm.em.fork();
    expect(await spokenOf(world, speaks)).toEqual({ state: 'DONE', from: world.clock.in(-125), to: world.clock.in(0) });
    expect(await spokenOf(world, waits)).toEqual({ state: 'DONE', from: null, to: null });
    expect(await em.execute<object[]>('select 1 from ballot')).toEqual([]);
    expect(await em.execute<object[]>('select state from arrangement')).toEqual([{ state: 'WITHDRAWN' }]);
  });

  it('puts what is still to be done first at the meetings ahead, drafts too, once; they tell of it', async () => {
    const marta = await coordinatorOf(world);
    const { id: other } = await aMeeting(await coordinatorOf(world, 'ochota'), { district: 'ochota' });
    const startsAt = '2026-12-11T16:00:00.000Z';
    const [published, draft] = [await aMeeting(marta, { startsAt }), await aDraft(marta, { startsAt })];
    const point = newPoint(published.id);
    await didMeeting(marta, 'proposeItem', point);
    const { id: meeting } = await running(world, marta);
    await anAction(marta, meeting, marta.personId);
    const before = (await meetingFor(marta, published.id)).row.version;
    await didMeeting(marta, 'endMeeting', { id: meeting });

    for (const { id } of [published, draft])
      expect((await meetingFor(marta, id)).items[0]).toMatchObject({
        ...{ kind: 'FOLLOW_UP', title: '', state: 'PLANNED', minutes: 10, proposedById: null, proposedBy: null },
      });
    const seen = await meetingFor(marta, published.id);
    expect(seen.items[1]?.id).toBe(point.id);
    expect(seen.row.version).toBe(before + 1);
    expect((await eventsOf(world, published.id)).at(-1)).toMatchObject({ version: before + 1 });
    expect(await world.orm.em.fork().execute<object[]>('select 1 from agenda_item where meeting_id = ?', [other])).toEqual([]);
  });

  it('adds nothing where all is done, and nothing twice', async () => {
    const marta = await coordinatorOf(world);
    const { id: next } = await aMeeting(marta, { startsAt: '2026-12-11T16:00:00.000Z' });
    const first = await running(world, marta, { members: 0 });
    await didMeeting(marta, 'endMeeting', { id: first.id });
    expect((await meetingFor(marta, next)).items).toEqual([]);
    for (let each = 0; each < 2; each++) {
      const again = await running(world, marta, { members: 0, over: { startsAt: world.clock.in(86_400) } });
      await anAction(marta, again.id, marta.personId);
      await didMeeting(marta, 'endMeeting', { id: again.id });
    }
    expect((await meetingFor(marta, next)).items).toMatchObject([{ kind: 'FOLLOW_UP' }]);
  });

  it('ends once, whoever presses', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const answers = await Promise.all([1, 2, 3].map(() => giveMeeting(marta, 'endMeeting', { id: meeting })));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await conflictOf(world, marta, 'endMeeting', { id: meeting })).toEqual({ by: null, at: world.clock.in(0), state: 'ENDED' });
  });

  it('of two meetings of a district at once neither waits for the other', async () => {
    const [marta, ewa] = [await coordinatorOf(world), await coordinatorOf(world)];
    const startsAt = '2026-12-11T16:00:00.000Z';
    for (let each = 0; each < 3; each++) await aMeeting(marta, { startsAt });
    const one = await running(world, marta, { members: 0 });
    const other = await running(world, ewa, { members: 0, over: { startsAt: world.clock.in(3600) } });
    for (const { id, dkw } of [one, other]) await anAction(dkw, id, dkw.personId);
    const answers = await Promise.all([one, other].map(({ id, dkw }) => giveMeeting(dkw, 'endMeeting', { id })));
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect(await world.orm.em.fork().execute<object[]>(`select 1 from agenda_item where kind = 'FOLLOW_UP'`)).toHaveLength(3);
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    await expectOnce(world, marta, 'endMeeting', { id: meeting });
  });
});
