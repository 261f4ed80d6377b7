import { describe, expect, it } from 'vitest';
import { activityOf, anActivity, anEntry, boardAfter, boardFor, entryOf, joining, onBoard, suitable } from '../../support/board.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

describe('finishActivity', () => {
  const world = useWorld();
  const pair = async () => ({ needing: await aMember(world), offering: await aMember(world) });

  it('says that it was done: what was offered and needed stays matched', async () => {
    const { needing, offering } = await pair();
    const { activity, need, offer } = await anActivity(needing, offering);
    world.clock.advance(3600);

    const board = await boardAfter(offering.actor, 'finishActivity', { id: activity.id, done: true });

    expect(activityOf(board, activity.id)).toEqual({ ...activity, state: 'DONE', endedAt: world.clock.in(0), version: 2 });
    for (const { id } of [need, offer]) expect(entryOf(board, id)).toMatchObject({ state: 'MATCHED', version: 2 });
    expect((await auditOf(world, activity.id)).at(-1)).toMatchObject({ action: 'board.write', reason: null });
  });

  it('calls it off: both are open again and suit each other, and the need waits anew', async () => {
    const { needing, offering } = await pair();
    const { activity, need, offer } = await anActivity(needing, offering);
    world.clock.set('2026-11-30T11:00:00.000Z');

    const board = await boardAfter(needing.actor, 'finishActivity', { id: activity.id, done: false });

    expect(activityOf(board, activity.id)).toMatchObject({ state: 'CANCELLED', endedAt: world.clock.in(0) });
    expect(entryOf(board, need.id)).toMatchObject({
      ...{ state: 'OPEN', endedAt: null, version: 3, proposeAt: '2026-12-14T07:00:00.000Z', suggestions: [{ entryId: offer.id }] },
    });
    expect(entryOf(board, offer.id)).toMatchObject({ state: 'OPEN', endedAt: null, version: 3, proposeAt: null });
    for (const { id } of [need, offer]) expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'board', version: 3 });
  });

  it('lets what was called off be joined again', async () => {
    const { needing, offering } = await pair();
    const { activity, need, offer } = await anActivity(needing, offering);
    await boardAfter(needing.actor, 'finishActivity', { id: activity.id, done: false });
    const input = joining(offer.id, need.id, offering.actor.personId);
    const board = await boardAfter(offering.actor, 'joinEntries', input);
    expect(board.activities.map(({ id, state }) => [id, state])).toEqual([
      [input.id, 'PLANNED'],
      [activity.id, 'CANCELLED'],
    ]);
  });

  it('is done once', async () => {
    const { needing, offering } = await pair();
    const { activity } = await anActivity(needing, offering);
    await boardAfter(needing.actor, 'finishActivity', { id: activity.id, done: true });
    for (const done of [true, false])
      expect(errorOf(await onBoard(offering.actor, 'finishActivity', { id: activity.id, done }))).toMatchObject({
        ...{ code: 'CONFLICT', conflict: { state: 'DONE', at: world.clock.in(0) } },
      });
  });

  it('is for the two organisations and for an owner of a third, not for others in the Network', async () => {
    const { needing, offering } = await pair();
    const [owner, other] = [await aMember(world), await aMember(world)];
    const [need, offer] = [await anEntry(needing), await anEntry(offering, suitable)];
    const input = joining(offer.id, need.id, owner.actor.personId);
    await boardAfter(needing.actor, 'joinEntries', input);
    expect(errorOf(await onBoard(other.actor, 'finishActivity', { id: input.id, done: true }))).toEqual({ code: 'NOT_FOUND' });
    await boardAfter(owner.actor, 'finishActivity', { id: input.id, done: true });
    expect((await boardFor(other.actor)).activities).toMatchObject([{ state: 'DONE' }]);
  });

  it('is not for who has left the Network, though they own it', async () => {
    const { needing, offering } = await pair();
    const { activity } = await anActivity(needing, offering);
    await world.orm.em.fork().execute(`update network_member set state = 'LEFT' where id = ?`, [needing.membershipId]);
    expect(errorOf(await onBoard(needing.actor, 'finishActivity', { id: activity.id, done: true }))).toEqual({ code: 'NOT_FOUND' });
  });
});
