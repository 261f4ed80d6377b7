import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { aHand, conflictOf, expectOnce, recorded, refusal } from '../../support/meeting-steps.ts';
import { aMeeting, answered, coordinatorOf, didMeeting, giveMeeting, meetingFor, running } from '../../support/meetings.ts';
import { aMember, type Member } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

describe('raiseHand', () => {
  const world = useWorld();
  const under = async () => {
    const at = await running(world, await coordinatorOf(world), { members: 3 });
    const [olga, jan, ewa] = at.members as [Member, Member, Member];
    return { ...at, meeting: at.id, marta: at.dkw, olga, jan, ewa };
  };

  it('puts somebody in the line, by name and organisation, and says whether they are in the room', async () => {
    const { meeting, olga } = await under();
    const id = newId();
    const seen = await recorded(
      world,
      olga.actor,
      'raiseHand',
      { id, meetingId: meeting, remote: true },
      {
        ...{ meeting, action: 'meeting.answer', reason: 'HAND_UP' },
      },
    );
    expect(seen.speakers).toEqual([
      {
        ...{ id, personId: olga.actor.personId, name: 'Olga Wilga', organisation: olga.organisationName, remote: true },
        ...{ state: 'WAITING', raisedAt: world.clock.in(0), spokeFrom: null },
      },
    ]);
  });

  it('keeps the order of raising, whoever lowers theirs, and whoever comes back stands at the end', async () => {
    const { meeting, marta, olga, jan, ewa } = await under();
    const hands: string[] = [];
    for (const { actor } of [olga, jan, ewa]) {
      world.clock.advance(1);
      hands.push((await aHand(actor, meeting)).id);
    }
    const line = async () => (await meetingFor(marta, meeting)).speakers.map(({ personId }) => personId);
    const people = [olga, jan, ewa].map(({ actor }) => actor.personId);
    expect(await line()).toEqual(people);
    await didMeeting(jan.actor, 'lowerHand', { id: hands[1] });
    expect(await line()).toEqual([people[0], people[2]]);
    world.clock.advance(1);
    await aHand(jan.actor, meeting);
    expect(await line()).toEqual([people[0], people[2], people[1]]);
    await didMeeting(marta, 'giveVoice', { id: hands[2] });
    expect(await line()).toEqual([people[2], people[0], people[1]]);
  });

  it('is up once: raised again, or on two devices at once, it stays where it is in the line', async () => {
    const { meeting, olga, jan } = await under();
    const first = await aHand(olga.actor, meeting);
    world.clock.advance(1);
    await aHand(jan.actor, meeting);
    const answers = await Promise.all(
      [olga, olga, jan].map(({ actor }) => giveMeeting(actor, 'raiseHand', { id: newId(), meetingId: meeting })),
    );
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    const { speakers } = await meetingFor(olga.actor, meeting);
    expect(speakers.map(({ id, personId }) => [id, personId])).toEqual([
      [first.id, olga.actor.personId],
      [expect.any(String), jan.actor.personId],
    ]);
  });

  it('is for whoever takes part: with a seat, or let in at the door', async () => {
    const { meeting, marta } = await under();
    const [late, guest] = [await aMember(world), await aMember(world)];
    for (const { actor } of [late, guest])
      expect(await conflictOf(world, actor, 'raiseHand', { id: newId(), meetingId: meeting })).toEqual({
        ...{ by: null, at: null, state: 'NO_SEAT' },
      });
    await didMeeting(marta, 'checkIn', { id: newId(), meetingId: meeting, personId: guest.actor.personId });
    await aHand(guest.actor, meeting);
    expect((await meetingFor(marta, meeting)).speakers).toHaveLength(1);
  });

  it('is not for whoever waits for a seat, or said no', async () => {
    const marta = await coordinatorOf(world);
    const { id: meeting, startsAt } = await aMeeting(marta, { seats: 1 });
    const [seated, waiting, away] = [await aMember(world), await aMember(world), await aMember(world)];
    await answered(seated, meeting);
    await answered(waiting, meeting);
    await answered(away, meeting, { coming: false });
    world.clock.set(startsAt);
    await didMeeting(marta, 'startMeeting', { id: meeting });
    await aHand(seated.actor, meeting);
    for (const { actor } of [waiting, away])
      expect(await conflictOf(world, actor, 'raiseHand', { id: newId(), meetingId: meeting })).toMatchObject({ state: 'NO_SEAT' });
  });

  it('goes up while the meeting runs, before and after there is nothing to speak at', async () => {
    const { meeting, marta, olga } = await under();
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, olga.actor, 'raiseHand', { id: newId(), meetingId: meeting })).toMatchObject({ state: 'ENDED' });
    const next = await aMeeting(marta, { startsAt: world.clock.in(7 * 86_400) });
    await answered(olga, next.id);
    expect(await conflictOf(world, olga.actor, 'raiseHand', { id: newId(), meetingId: next.id })).toMatchObject({ state: 'PUBLISHED' });
  });

  it('refuses an id that is taken', async () => {
    const { meeting, olga, jan } = await under();
    const { id } = await aHand(olga.actor, meeting);
    expect((await refusal(world, jan.actor, 'raiseHand', { id, meetingId: meeting })).fields).toEqual([{ path: 'id', rule: 'taken' }]);
  });

  it('answers the same again for the same key', async () => {
    const { meeting, olga } = await under();
    await expectOnce(world, olga.actor, 'raiseHand', { id: newId(), meetingId: meeting });
  });
});
