import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../../support/actors.ts';
import { eventsOf } from '../../support/log.ts';
import { anAction, conflictOf, expectOnce, recorded, refusal } from '../../support/meeting-steps.ts';
import { aMeeting, coordinatorOf, didMeeting, meetingFor, running } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

describe('addAction', () => {
  const world = useWorld();
  const task = (meetingId: string, ownerId: string | null, over: object = {}) => ({
    ...{ id: newId(), meetingId, text: 'Zamówić kartony', ownerId, due: '2026-12-11' },
    ...over,
  });

  it('gives something out to somebody of the Network until a day, under the current point; their page is told', async () => {
    const { id: meeting, dkw: marta, items, members } = await running(world, await coordinatorOf(world));
    const olga = members[0]?.actor ?? marta;
    const input = task(meeting, olga.personId, { text: ' Zamówić\u00A0kartony\r\nw hurtowni ' });
    const seen = await recorded(world, marta, 'addAction', input, {
      ...{ meeting, action: 'meeting.lead', toName: 'Olga Wilga', about: { type: 'action', id: input.id } },
    });
    expect(seen.actions).toEqual([
      {
        ...{
          id: input.id,
          version: 1,
          meetingId: meeting,
          meetingTitle: 'Zasoby i potrzeby na zimę',
          itemId: items[0],
          district: 'wlochy',
        },
        ...{ text: 'Zamówić kartony w hurtowni', ownerId: olga.personId, ownerName: 'Olga Wilga', due: '2026-12-11', doneAt: null },
      },
    ]);
    expect(await eventsOf(world, input.id)).toMatchObject([{ topic: 'action', scope: olga.personId, version: 1 }]);
  });

  it('shows at once at the meetings ahead, which tell of it, and not at those that are over', async () => {
    const marta = await coordinatorOf(world);
    const past = await running(world, marta, { members: 0 });
    await didMeeting(marta, 'endMeeting', { id: past.id });
    const { id: next } = await aMeeting(marta, { startsAt: world.clock.in(7 * 86_400) });
    const { id: meeting } = await running(world, marta, { over: { startsAt: world.clock.in(86_400) } });
    const [told, quiet] = [(await eventsOf(world, next)).length, (await eventsOf(world, past.id)).length];
    const { id } = await anAction(marta, meeting, marta.personId);
    expect((await meetingFor(marta, next)).followUps).toMatchObject([{ id, meetingId: meeting }]);
    expect((await eventsOf(world, next)).slice(told)).toMatchObject([{ topic: 'meeting', scope: 'wlochy' }]);
    expect(await meetingFor(marta, past.id)).toMatchObject({ followUps: [], actions: [] });
    expect(await eventsOf(world, past.id)).toHaveLength(quiet);
  });

  it('is for somebody of this Network: its coordinators, and those of its member organisations', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const { actor: away } = await aMember(world);
    await anAction(marta, meeting, away.personId);
    await anAction(marta, meeting, (await coordinatorOf(world)).personId);
    for (const stranger of [
      newId(),
      (await aMember(world, 'ochota')).actor.personId,
      (await coordinatorOf(world, 'ochota')).personId,
      (await signIn(world, 'TEAM_MEMBER', 'wlochy')).personId,
    ])
      expect((await refusal(world, marta, 'addAction', task(meeting, stranger))).fields).toEqual([{ path: 'ownerId', rule: 'member' }]);
  });

  it('is due today in Warsaw or later', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    // an hour and a half before midnight in Warsaw
    world.clock.set('2026-11-27T21:30:00.000Z');
    await anAction(marta, meeting, marta.personId, { due: '2026-11-27' });
    world.clock.set('2026-11-27T23:30:00.000Z');
    for (const [due, rule] of [
      ['2026-11-27', 'actionInPast'],
      ['2026-11-31', 'day'],
      ['jutro', 'day'],
    ])
      expect((await refusal(world, marta, 'addAction', task(meeting, marta.personId, { due }))).fields).toMatchObject([
        { path: 'due', rule },
      ]);
    await anAction(marta, meeting, marta.personId, { due: '2026-11-28' });
  });

  it('can be given out by whoever may lead while another does, as long as the meeting runs', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const ewa = await coordinatorOf(world);
    await anAction(ewa, meeting, ewa.personId);
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, marta, 'addAction', task(meeting, ewa.personId))).toMatchObject({ state: 'ENDED' });
  });

  it('refuses an id that is taken', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    const { id } = await anAction(marta, meeting, marta.personId);
    expect((await refusal(world, marta, 'addAction', task(meeting, marta.personId, { id }))).fields).toEqual([
      { path: 'id', rule: 'taken' },
    ]);
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta } = await running(world, await coordinatorOf(world));
    await expectOnce(world, marta, 'addAction', task(meeting, marta.personId));
  });
});
