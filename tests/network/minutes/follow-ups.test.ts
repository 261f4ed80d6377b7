import { describe, expect, it } from 'vitest';
import { anAction, currentOf } from '../../support/meeting-steps.ts';
import { aDraft, aMeeting, coordinatorOf, didMeeting, meetingFor, newPoint, running } from '../../support/meetings.ts';
import { actionsFor } from '../../support/minutes.ts';
import { useWorld } from '../../support/world.ts';

const later = { startsAt: '2026-12-11T16:00:00.000Z' };

describe('what is still to be done since the last meeting', () => {
  const world = useWorld();

  async function last(actions = 2) {
    const at = await running(world, await coordinatorOf(world));
    const owner = at.members[0]?.actor ?? at.dkw;
    const ids: string[] = [];
    for (let each = 0; each < actions; each++)
      ids.push((await anAction(at.dkw, at.id, owner.personId, { due: `2026-12-${String(10 - each).padStart(2, '0')}` })).id);
    return { ...at, marta: at.dkw, owner, ids };
  }

  it('comes first at a meeting that is called, also while the last one runs still', async () => {
    const { marta, ids } = await last();
    const { id } = await aDraft(marta, later);
    const seen = await meetingFor(marta, id);
    expect(seen.items).toMatchObject([{ kind: 'FOLLOW_UP', title: '', state: 'PLANNED', minutes: 10, proposedBy: null }]);
    expect(seen.followUps.map((action) => action.id)).toEqual(ids.toReversed());
    expect(seen.row.plannedMinutes).toBe(10);
    await didMeeting(marta, 'proposeItem', newPoint(id));
    expect((await meetingFor(marta, id)).items.map(({ kind }) => kind)).toEqual(['FOLLOW_UP', 'DISCUSSION']);
  });

  it('is nothing at a meeting of another district, or where all is done', async () => {
    const { marta, owner, ids } = await last();
    const ewa = await coordinatorOf(world, 'ochota');
    const { id: elsewhere } = await aMeeting(ewa, { ...later, district: 'ochota' });
    expect(await meetingFor(ewa, elsewhere)).toMatchObject({ items: [], followUps: [] });
    for (const id of ids) await didMeeting(owner, 'finishAction', { id, done: true });
    const { id } = await aMeeting(marta, later);
    expect(await meetingFor(marta, id)).toMatchObject({ items: [], followUps: [] });
  });

  it('is gone through one by one, as the first point, and is over for the next meeting', async () => {
    const { id: over, marta, ids, owner } = await last();
    const { id: next, startsAt } = await aMeeting(marta, later);
    await didMeeting(marta, 'proposeItem', newPoint(next));
    await didMeeting(marta, 'endMeeting', { id: over });
    world.clock.set(startsAt);
    const started = await didMeeting(marta, 'startMeeting', { id: next });
    expect(currentOf(started)).toMatchObject({ kind: 'FOLLOW_UP' });
    expect(started.followUps).toHaveLength(2);
    const [first = '', second = ''] = ids;
    await didMeeting(marta, 'finishAction', { id: first, done: true });
    expect((await meetingFor(marta, next)).followUps.map(({ id }) => id)).toEqual([second]);
    await didMeeting(marta, 'finishAction', { id: second, done: true });
    const seen = await didMeeting(marta, 'nextItem', { id: next, from: started.items[0]?.id });
    expect(seen).toMatchObject({ followUps: [], items: [{ kind: 'FOLLOW_UP', state: 'DONE' }, { state: 'CURRENT' }] });
    await didMeeting(marta, 'endMeeting', { id: next });
    const { id: third } = await aMeeting(marta, { startsAt: world.clock.in(7 * 86_400) });
    expect((await meetingFor(marta, third)).items).toEqual([]);
    expect((await actionsFor(owner)).actions.every(({ doneAt }) => doneAt !== null)).toBe(true);
  });

  it('does not count what this very meeting gives out, which is its own', async () => {
    const { id: meeting, marta, ids } = await last();
    const { actions, followUps } = await meetingFor(marta, meeting);
    expect(actions.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(followUps).toEqual([]);
  });

  it('comes back where it was taken off, once another meeting ends with something open', async () => {
    const { id: over, marta } = await last();
    const { id: next } = await aMeeting(marta, later);
    const [follow] = (await meetingFor(marta, next)).items;
    expect((await didMeeting(marta, 'withdrawItem', { id: follow?.id })).items).toEqual([]);
    await didMeeting(marta, 'endMeeting', { id: over });
    expect((await meetingFor(marta, next)).items).toMatchObject([{ kind: 'FOLLOW_UP' }]);
  });
});
