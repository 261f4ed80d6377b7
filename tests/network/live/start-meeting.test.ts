import { describe, expect, it } from 'vitest';
import { conflictOf, currentOf, expectOnce, recorded, statesOf } from '../../support/meeting-steps.ts';
import { aDraft, aMeeting, answered, coordinatorOf, didMeeting, giveMeeting, meetingFor, newPoint } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

const EARLY_S = 7200;

describe('startMeeting', () => {
  const world = useWorld();

  async function ready(over: object = {}) {
    const marta = await coordinatorOf(world);
    const { id: meeting, startsAt } = await aMeeting(marta, over);
    return { marta, meeting, startsAt };
  }

  it('begins with the first point that is planned, led by whoever starts it, who is there', async () => {
    const { marta, meeting, startsAt } = await ready();
    const { actor: olga } = await aMember(world);
    await didMeeting(olga, 'proposeItem', newPoint(meeting));
    for (const title of ['Powitanie', 'Koce']) await didMeeting(marta, 'proposeItem', newPoint(meeting, { title }));
    world.clock.set(startsAt);
    world.clock.advance(90);

    const seen = await recorded(world, marta, 'startMeeting', { id: meeting }, { meeting, action: 'meeting.lead', reason: 'START' });

    expect(seen).toMatchObject({
      ...{ row: { state: 'RUNNING', startedAt: world.clock.in(0), endedAt: null }, present: 1 },
      ...{ leader: { personId: marta.personId, name: marta.name }, leaderSince: world.clock.in(0) },
    });
    expect(statesOf(seen)).toEqual(['PROPOSED', 'CURRENT', 'PLANNED']);
    expect(currentOf(seen)).toMatchObject({ title: 'Powitanie', since: world.clock.in(0), spentMs: 0, version: 1 });
  });

  it('may be opened two hours before its time and not a second sooner, and any time after', async () => {
    const { marta, meeting, startsAt } = await ready();
    const opens = new Date(new Date(startsAt).getTime() - EARLY_S * 1000).toISOString();
    world.clock.set(opens);
    world.clock.advance(-1);
    expect(await conflictOf(world, marta, 'startMeeting', { id: meeting })).toEqual({ by: null, at: opens, state: 'TOO_EARLY' });
    world.clock.advance(1);
    expect((await didMeeting(marta, 'startMeeting', { id: meeting })).row.state).toBe('RUNNING');
    const late = await aMeeting(marta, { startsAt: world.clock.in(86_400) });
    world.clock.advance(5 * 86_400);
    expect((await didMeeting(marta, 'startMeeting', { id: late.id })).row.startedAt).toBe(world.clock.in(0));
  });

  it('begins without an agenda', async () => {
    const { marta, meeting, startsAt } = await ready();
    world.clock.set(startsAt);
    expect(await didMeeting(marta, 'startMeeting', { id: meeting })).toMatchObject({ items: [], row: { state: 'RUNNING' } });
  });

  it('is led by a deputy who starts it, for the organisation that they come from', async () => {
    const { marta, meeting, startsAt } = await ready();
    const jan = await aMember(world, 'wlochy', { coordinatorName: 'Jan Perkoz' });
    await didMeeting(marta, 'setDeputies', { id: meeting, people: [jan.actor.personId] });
    await answered(jan, meeting);
    world.clock.set(startsAt);
    expect((await didMeeting(jan.actor, 'startMeeting', { id: meeting })).leader).toEqual({
      personId: jan.actor.personId,
      name: 'Jan Perkoz',
    });
    const came = await world.orm.em
      .fork()
      .execute<object[]>('select person_id, name, organisation, remote from attendance where meeting_id = ?', [meeting]);
    expect(came).toEqual([{ person_id: jan.actor.personId, name: 'Jan Perkoz', organisation: jan.organisationName, remote: false }]);
  });

  it('of two who start it at once one leads, and the other is told who', async () => {
    const { marta, meeting, startsAt } = await ready();
    const others = [marta, await coordinatorOf(world)];
    world.clock.set(startsAt);
    const answers = await Promise.all(others.map((by) => giveMeeting(by, 'startMeeting', { id: meeting })));
    const won = answers.findIndex(({ errors }) => !errors);
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? [])).toEqual([
      { code: 'CONFLICT', conflict: { by: others[won]?.name, at: startsAt, state: 'LED' } },
    ]);
    expect((await meetingFor(marta, meeting)).leader?.personId).toBe(others[won]?.personId);
  });

  it('starts nothing that was not published, is under way, is over or was called off', async () => {
    const { marta, meeting, startsAt } = await ready();
    const { id: draft } = await aDraft(marta);
    const { id: cancelled } = await aMeeting(marta);
    await didMeeting(marta, 'cancelMeeting', { id: cancelled, reason: 'Awaria prądu.' });
    world.clock.set(startsAt);
    await didMeeting(marta, 'startMeeting', { id: meeting });
    expect(await conflictOf(world, marta, 'startMeeting', { id: draft })).toMatchObject({ state: 'DRAFT' });
    expect(await conflictOf(world, marta, 'startMeeting', { id: cancelled })).toMatchObject({ state: 'CANCELLED' });
    expect(await conflictOf(world, marta, 'startMeeting', { id: meeting })).toEqual({ by: null, at: startsAt, state: 'RUNNING' });
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, marta, 'startMeeting', { id: meeting })).toMatchObject({ state: 'ENDED' });
  });

  it('answers the same again for the same key', async () => {
    const { marta, meeting, startsAt } = await ready();
    world.clock.set(startsAt);
    await expectOnce(world, marta, 'startMeeting', { id: meeting });
  });
});
