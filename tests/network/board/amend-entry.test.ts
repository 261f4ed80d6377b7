import { describe, expect, it } from 'vitest';
import {
  anActivity,
  anEntry,
  boardAfter,
  coordinatorOf,
  entryOf,
  itemsOf,
  onBoard,
  plantMeeting,
  said,
  suitable,
} from '../../support/board.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';
import { proposedOn } from './proposed.ts';

describe('amendEntry', () => {
  const world = useWorld();

  it('corrects what an entry says, and nothing else', async () => {
    const member = await aMember(world);
    const before = await anEntry(member);
    const correction = said({
      kind: 'SPACE',
      title: 'Sala na spotkanie',
      words: 'Na parterze.',
      amount: null,
      place: null,
      toDay: '2026-12-12',
    });

    const board = await boardAfter(member.actor, 'amendEntry', { id: before.id, version: 1, ...correction });

    expect(entryOf(board, before.id)).toEqual({ ...before, ...correction, version: 2 });
    expect((await eventsOf(world, before.id)).at(-1)).toMatchObject({ topic: 'board', scope: 'wlochy', version: 2 });
    expect((await auditOf(world, before.id)).at(-1)).toMatchObject({ action: 'board.write', outcome: 'DONE' });
  });

  it('does not overwrite what another has corrected meanwhile', async () => {
    const member = await aMember(world);
    const anna = await coordinatorOf(world);
    const { id } = await anEntry(member);
    await boardAfter(anna, 'amendEntry', { id, version: 1, ...said({ amount: 50 }) });
    expect(errorOf(await onBoard(member.actor, 'amendEntry', { id, version: 1, ...said({ amount: 60 }) }))).toMatchObject({
      code: 'STALE',
      version: 2,
    });
  });

  it('keeps days that have passed since, and refuses those in the wrong order', async () => {
    const member = await aMember(world);
    const { id } = await anEntry(member);
    world.clock.set('2026-12-11T11:00:00.000Z');
    await boardAfter(member.actor, 'amendEntry', { id, version: 1, ...said({ amount: 50 }) });
    const refused = await onBoard(member.actor, 'amendEntry', { id, version: 2, ...said({ fromDay: '2026-12-11' }) });
    expect(errorOf(refused)).toMatchObject({ code: 'INVALID', fields: [{ path: 'toDay', rule: 'daysOrder' }] });
  });

  it('is too late for one that is matched, naming who sees to it, and for one that is closed', async () => {
    const [needing, offering] = [await aMember(world), await aMember(world)];
    const { activity, need } = await anActivity(needing, offering);
    expect(errorOf(await onBoard(needing.actor, 'amendEntry', { id: need.id, version: 2, ...said() }))).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { by: activity.owners[0]?.name, at: world.clock.in(0), state: 'MATCHED' } },
    });
    const closed = await anEntry(needing);
    await boardAfter(needing.actor, 'closeEntry', { id: closed.id });
    expect(errorOf(await onBoard(needing.actor, 'amendEntry', { id: closed.id, version: 2, ...said() }))).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { by: null, at: world.clock.in(0), state: 'CLOSED' } },
    });
  });

  it('lets a need that becomes an offer wait for nothing, and back again anew', async () => {
    const member = await aMember(world);
    const { id } = await anEntry(member);
    const turned = entryOf(await boardAfter(member.actor, 'amendEntry', { id, version: 1, ...said(suitable) }), id);
    expect(turned).toMatchObject({ side: 'OFFER', proposeAt: null });
    world.clock.set('2026-11-28T11:00:00.000Z');
    const back = entryOf(await boardAfter(member.actor, 'amendEntry', { id, version: 2, ...said() }), id);
    expect(back).toMatchObject({ side: 'NEED', proposeAt: '2026-12-12T07:00:00.000Z' });
  });

  it('carries a new title to the agenda while it is a proposal, and takes it off when it is no need any more', async () => {
    const member = await aMember(world);
    const meeting = await plantMeeting(world, await coordinatorOf(world));
    const { id } = await proposedOn(world, member);
    await boardAfter(member.actor, 'amendEntry', { id, version: 1, ...said({ title: 'Stoły i krzesła', toDay: '2026-12-31' }) });
    expect(await itemsOf(world, id)).toMatchObject([{ meetingId: meeting, title: 'Stoły i krzesła', state: 'PROPOSED', version: 2 }]);
    expect(await eventsOf(world, meeting)).toMatchObject([{ version: 2 }, { topic: 'meeting', scope: 'wlochy', version: 3 }]);

    await boardAfter(member.actor, 'amendEntry', { id, version: 2, ...said({ side: 'OFFER', toDay: '2026-12-31' }) });
    expect(await itemsOf(world, id)).toEqual([]);
    expect((await eventsOf(world, meeting)).at(-1)).toMatchObject({ version: 4 });
  });
});
