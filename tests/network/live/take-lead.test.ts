import { describe, expect, it } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { aHand, aVote, conflictOf, currentOf, expectOnce, recorded } from '../../support/meeting-steps.ts';
import { aMeeting, coordinatorOf, didMeeting, giveMeeting, meetingFor, running, type MeetingMutation } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('takeLead', () => {
  const world = useWorld();

  async function led() {
    const at = await running(world, await coordinatorOf(world));
    const jan = at.members[0]?.actor ?? at.dkw;
    await didMeeting(at.dkw, 'setDeputies', { id: at.id, people: [jan.personId] });
    return { ...at, meeting: at.id, marta: at.dkw, jan };
  }

  it('hands the meeting over without a gap: the point and its clock go on as they are', async () => {
    const { meeting, marta, jan, items } = await led();
    const before = await meetingFor(marta, meeting);
    world.clock.advance(45);
    const seen = await recorded(world, jan, 'takeLead', { id: meeting }, { meeting, action: 'meeting.lead', reason: 'TAKE_LEAD' });
    expect(seen).toMatchObject({ leader: { personId: jan.personId }, leaderSince: world.clock.in(0), items: before.items });
    world.clock.advance(15);
    const after = await didMeeting(jan, 'nextItem', { id: meeting, from: items[0] });
    expect(after.items[0]).toMatchObject({ state: 'DONE', spentMs: 60_000 });
  });

  it('tells whoever stopped leading who does and since when, whatever they try, and they change nothing', async () => {
    const { meeting, marta, jan, members, items } = await led();
    const { id: hand } = await aHand(members[1]?.actor ?? jan, meeting);
    const { id: vote } = await aVote(marta, meeting);
    world.clock.advance(30);
    await didMeeting(jan, 'takeLead', { id: meeting });
    const since = world.clock.in(0);
    world.clock.advance(5);
    const [from] = items;
    const tries: [MeetingMutation, object][] = [
      ['nextItem', { id: meeting, from }],
      ['previousItem', { id: meeting, from }],
      ['resumeItem', { id: meeting, from, itemId: items[2] }],
      ['extendItem', { id: meeting, from, minutes: 5 }],
      ['parkItem', { id: meeting, from }],
      ['giveVoice', { id: hand }],
      ['endVoice', { id: hand }],
      ['putArrangement', { id: vote, meetingId: meeting, text: 'Kartony kupuje dzielnica.' }],
      ['recountArrangement', { id: vote }],
      ['saveArrangement', { id: vote, round: 1, for: 2, against: 0, abstained: 0 }],
      ['withdrawArrangement', { id: vote }],
      ['endMeeting', { id: meeting }],
    ];
    for (const [mutation, input] of tries)
      expect([mutation, await conflictOf(world, marta, mutation, input)]).toEqual([
        mutation,
        { by: 'Olga Wilga', at: since, state: 'LED' },
      ]);
  });

  it('leaves to whoever may lead what needs no leader: notes, points, action items, guests', async () => {
    const { meeting, marta, jan, items } = await led();
    await didMeeting(jan, 'takeLead', { id: meeting });
    await didMeeting(marta, 'noteItem', { id: meeting, itemId: items[0], version: 1, note: 'Koców jest 40.' });
    await didMeeting(marta, 'moveItem', { id: items[2], afterId: items[0] });
    expect(currentOf(await meetingFor(marta, meeting))).toMatchObject({ id: items[0], note: 'Koców jest 40.' });
  });

  it('goes back and forth, and of two at once the last one leads', async () => {
    const { meeting, marta, jan } = await led();
    const ewa = await coordinatorOf(world);
    const people: Actor[] = [marta, jan, ewa];
    const answers = await Promise.all([...people, ...people].map((by) => giveMeeting(by, 'takeLead', { id: meeting })));
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    const { leader } = await meetingFor(marta, meeting);
    const leads = people.find(({ personId }) => personId === leader?.personId);
    expect(leads).toBeDefined();
    const ends = await Promise.all(people.map((by) => giveMeeting(by, 'endMeeting', { id: meeting })));
    expect(ends.map(({ errors }) => errors === undefined)).toEqual(people.map((by) => by === leads));
  });

  it('keeps since when, for whoever leads already', async () => {
    const { meeting, marta } = await led();
    const { leaderSince } = await meetingFor(marta, meeting);
    world.clock.advance(60);
    expect((await didMeeting(marta, 'takeLead', { id: meeting })).leaderSince).toBe(leaderSince);
  });

  it('is of a meeting under way only', async () => {
    const { meeting, marta, jan } = await led();
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, jan, 'takeLead', { id: meeting })).toMatchObject({ state: 'ENDED' });
    const { id } = await aMeeting(marta, { startsAt: world.clock.in(86_400) });
    expect(await conflictOf(world, marta, 'takeLead', { id })).toMatchObject({ state: 'PUBLISHED' });
  });

  it('is no longer for a deputy who is named no more, and the meeting waits for another', async () => {
    const { meeting, marta, jan, items } = await led();
    await didMeeting(jan, 'takeLead', { id: meeting });
    await didMeeting(marta, 'setDeputies', { id: meeting, people: [] });
    const [from] = items;
    expect((await giveMeeting(jan, 'nextItem', { id: meeting, from })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await didMeeting(marta, 'takeLead', { id: meeting });
    await didMeeting(marta, 'nextItem', { id: meeting, from });
  });

  it('answers the same again for the same key', async () => {
    const { meeting, jan } = await led();
    await expectOnce(world, jan, 'takeLead', { id: meeting });
  });
});
