import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { anAction, conflictOf, expectOnce, orderOf, proposal, recorded } from '../../support/meeting-steps.ts';
import { aMeeting, coordinatorOf, didMeeting, meetingFor, newPoint, running } from '../../support/meetings.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

describe('moveItem', () => {
  const world = useWorld();

  async function agenda(count = 4): Promise<{ marta: Actor; meeting: string; items: string[] }> {
    const marta = await coordinatorOf(world);
    const { id: meeting } = await aMeeting(marta);
    for (let each = 0; each < count; each++) await didMeeting(marta, 'proposeItem', newPoint(meeting));
    return { marta, meeting, items: orderOf(await meetingFor(marta, meeting)) };
  }

  it('puts a point behind another, and first', async () => {
    const { marta, meeting, items } = await agenda();
    const [a, b, c, d] = items;
    const input = { id: a, afterId: c };
    const seen = await recorded(world, marta, 'moveItem', input, {
      ...{ meeting, action: 'agenda.order', about: { type: 'agenda', id: a ?? '' } },
    });
    expect(orderOf(seen)).toEqual([b, c, a, d]);
    expect(seen.items.every(({ version }) => version === 1)).toBe(true);
    expect(orderOf(await didMeeting(marta, 'moveItem', { id: d, afterId: null }))).toEqual([d, b, c, a]);
    expect(orderOf(await didMeeting(marta, 'moveItem', { id: d, afterId: a }))).toEqual([b, c, a, d]);
    expect(orderOf(await didMeeting(marta, 'moveItem', { id: c, afterId: c }))).toEqual([b, c, a, d]);
    expect(orderOf(await didMeeting(marta, 'moveItem', { id: c, afterId: b }))).toEqual([b, c, a, d]);
  });

  it('goes on however often points change places', async () => {
    const { marta, meeting, items } = await agenda(3);
    const [a, b, c] = items;
    for (let each = 0; each < 60; each++) await didMeeting(marta, 'moveItem', { id: each % 2 ? a : b, afterId: c });
    expect(orderOf(await meetingFor(marta, meeting))).toEqual([c, a, b]);
  });

  it('leaves what was to be done since the last meeting ahead of everything', async () => {
    const { id: last, dkw: marta } = await running(world, await coordinatorOf(world));
    await anAction(marta, last, marta.personId);
    const { id: meeting } = await aMeeting(marta, { startsAt: world.clock.in(7 * 86_400) });
    const points = [newPoint(meeting), newPoint(meeting)];
    for (const point of points) await didMeeting(marta, 'proposeItem', point);
    const [follow, a, b] = orderOf(await meetingFor(marta, meeting));
    expect(orderOf(await didMeeting(marta, 'moveItem', { id: b, afterId: null }))).toEqual([follow, b, a]);
    expect(orderOf(await didMeeting(marta, 'moveItem', { id: a, afterId: follow }))).toEqual([follow, a, b]);
    expect(await conflictOf(world, marta, 'moveItem', { id: follow, afterId: b })).toMatchObject({ state: 'PLANNED' });
  });

  it('moves what is still to come: proposals too, nothing that had its turn', async () => {
    const { id: meeting, dkw: marta, items } = await running(world, await coordinatorOf(world), { points: 4 });
    const [a, b, c, d] = items;
    await didMeeting(marta, 'nextItem', { id: meeting, from: a });
    const { actor: olga } = await aMember(world);
    const proposed = await proposal(olga, meeting);
    expect(orderOf(await didMeeting(marta, 'moveItem', { id: d, afterId: b }))).toEqual([a, b, d, c, proposed.id]);
    expect(orderOf(await didMeeting(marta, 'moveItem', { id: proposed.id, afterId: b }))).toEqual([a, b, proposed.id, d, c]);
    expect(await conflictOf(world, marta, 'moveItem', { id: a, afterId: c })).toEqual({ by: null, at: null, state: 'DONE' });
    expect(await conflictOf(world, marta, 'moveItem', { id: b, afterId: c })).toMatchObject({ state: 'CURRENT' });
    await didMeeting(marta, 'endMeeting', { id: meeting });
    expect(await conflictOf(world, marta, 'moveItem', { id: d, afterId: c })).toMatchObject({ state: 'ENDED' });
  });

  it('is told when the point that it was to follow is gone, or is another meeting’s', async () => {
    const { marta, items } = await agenda();
    const elsewhere = await agenda(1);
    const [a, b] = items;
    await didMeeting(marta, 'withdrawItem', { id: b });
    for (const afterId of [b, newId(), elsewhere.items[0]])
      expect(await conflictOf(world, marta, 'moveItem', { id: a, afterId })).toEqual({ by: null, at: null, state: 'GONE' });
  });

  it('answers the same again for the same key', async () => {
    const { marta, items } = await agenda();
    await expectOnce(world, marta, 'moveItem', { id: items[3], afterId: items[0] });
  });
});
