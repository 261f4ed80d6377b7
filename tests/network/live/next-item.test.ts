import { describe, expect, it } from 'vitest';
import { aHand, conflictOf, currentOf, expectOnce, recorded, statesOf } from '../../support/meeting-steps.ts';
import { coordinatorOf, didMeeting, giveMeeting, meetingFor, newPoint, running } from '../../support/meetings.ts';
import { useWorld } from '../../support/world.ts';

describe('nextItem', () => {
  const world = useWorld();

  it('closes the point with what it took, to the millisecond, and begins the next at that moment', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    world.clock.advance(754.321);
    const input = { id: meeting, from: items[0] };
    const seen = await recorded(world, marta, 'nextItem', input, { meeting, action: 'meeting.lead', reason: 'NEXT' });
    expect(statesOf(seen)).toEqual(['DONE', 'CURRENT', 'PLANNED']);
    expect(seen.items[0]).toMatchObject({ spentMs: 754_321, since: null });
    expect(seen.items[1]).toMatchObject({ spentMs: 0, since: world.clock.in(0) });
  });

  it('goes to the first that is planned in the order as it is by now, past proposals and what was put aside', async () => {
    const { id: meeting, dkw: marta, items, members } = await running(world, await coordinatorOf(world), { points: 4 });
    const [a, b, c, d] = items;
    const point = newPoint(meeting);
    await didMeeting(members[0]?.actor ?? marta, 'proposeItem', point);
    await didMeeting(marta, 'moveItem', { id: point.id, afterId: a });
    await didMeeting(marta, 'moveItem', { id: d, afterId: a });
    expect(currentOf(await didMeeting(marta, 'nextItem', { id: meeting, from: a }))?.id).toBe(d);
    expect(currentOf(await didMeeting(marta, 'parkItem', { id: meeting, from: d }))?.id).toBe(b);
    expect(currentOf(await didMeeting(marta, 'nextItem', { id: meeting, from: b }))?.id).toBe(c);
  });

  it('has none after the last, until one is planned again', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world), { points: 1 });
    const seen = await didMeeting(marta, 'nextItem', { id: meeting, from: items[0] });
    expect(statesOf(seen)).toEqual(['DONE']);
    expect(statesOf(await didMeeting(marta, 'nextItem', { id: meeting, from: null }))).toEqual(['DONE']);
    const point = newPoint(meeting);
    await didMeeting(marta, 'proposeItem', point);
    expect(currentOf(await didMeeting(marta, 'nextItem', { id: meeting, from: null }))?.id).toBe(point.id);
  });

  it('goes on by one when it is pressed on several screens at once', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world), { points: 5 });
    const [a, b] = items;
    world.clock.advance(60);
    const ewa = await coordinatorOf(world);
    const answers = await Promise.all([marta, ewa, marta, ewa].map((by) => giveMeeting(by, 'nextItem', { id: meeting, from: a })));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const told = answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.conflict) ?? []);
    expect(told.toSorted((one, other) => ((one?.state ?? '') < (other?.state ?? '') ? -1 : 1))).toEqual([
      { by: marta.name, at: expect.any(String) as string, state: 'LED' },
      { by: marta.name, at: expect.any(String) as string, state: 'LED' },
      { by: null, at: world.clock.in(0), state: 'MOVED_ON' },
    ]);
    expect(statesOf(await meetingFor(marta, meeting))).toEqual(['DONE', 'CURRENT', 'PLANNED', 'PLANNED', 'PLANNED']);
    expect(currentOf(await meetingFor(marta, meeting))?.id).toBe(b);
    expect(await conflictOf(world, marta, 'nextItem', { id: meeting, from: null })).toMatchObject({ state: 'MOVED_ON' });
  });

  it('ends whoever speaks, and leaves who waits in the line', async () => {
    const { id: meeting, dkw: marta, items, members } = await running(world, await coordinatorOf(world));
    const [olga, jan] = members.map(({ actor }) => actor);
    const { id: speaks } = await aHand(olga ?? marta, meeting);
    const { id: waits } = await aHand(jan ?? marta, meeting);
    await didMeeting(marta, 'giveVoice', { id: speaks });
    const { speakers } = await didMeeting(marta, 'nextItem', { id: meeting, from: items[0] });
    expect(speakers).toMatchObject([{ id: waits, state: 'WAITING' }]);
  });

  it('has one current point in the database, whatever writes it', async () => {
    const { id: meeting } = await running(world, await coordinatorOf(world));
    const set = `update agenda_item set state = 'CURRENT', since = now() where meeting_id = ?`;
    await expect(world.orm.em.fork().execute(set, [meeting])).rejects.toThrow(/agenda_item_current/);
    const still = `update agenda_item set since = null where meeting_id = ? and state = 'CURRENT'`;
    await expect(world.orm.em.fork().execute(still, [meeting])).rejects.toThrow(/agenda_item_clock/);
  });

  it('answers the same again for the same key', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world));
    await expectOnce(world, marta, 'nextItem', { id: meeting, from: items[0] });
  });
});
