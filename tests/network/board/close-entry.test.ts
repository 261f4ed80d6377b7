import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { anActivity, anEntry, boardAfter, boardFor, coordinatorOf, entryOf, itemsOf, onBoard, plantMeeting } from '../../support/board.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';
import { proposedOn } from './proposed.ts';

describe('closeEntry', () => {
  const world = useWorld();

  it('ends an entry, which nothing suits any more and no timer waits for', async () => {
    const [needing, offering] = [await aMember(world), await aMember(world)];
    const { id } = await anEntry(needing);
    const offer = await anEntry(offering, { side: 'OFFER' });
    expect(offer.suggestions).toMatchObject([{ entryId: id }]);

    const board = await boardAfter(needing.actor, 'closeEntry', { id });

    expect(entryOf(board, id)).toMatchObject({ state: 'CLOSED', endedAt: world.clock.in(0), proposeAt: null, suggestions: [], version: 2 });
    expect(entryOf(board, offer.id).suggestions).toEqual([]);
    expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'board', version: 2 });
    expect((await auditOf(world, id)).at(-1)).toMatchObject({ action: 'board.write', outcome: 'DONE' });
  });

  it('is done once: a second time is told when, the same key the same', async () => {
    const { actor, organisationId } = await aMember(world);
    const { id } = await anEntry({ actor, organisationId });
    const input = { key: newId(), id };
    await boardAfter(actor, 'closeEntry', input);
    world.clock.advance(60);
    await boardAfter(actor, 'closeEntry', input);
    expect(errorOf(await onBoard(actor, 'closeEntry', { id }))).toMatchObject({
      code: 'CONFLICT',
      conflict: { state: 'CLOSED', at: world.clock.in(-60) },
    });
  });

  it('does not end what has become part of something', async () => {
    const [needing, offering] = [await aMember(world), await aMember(world)];
    const { offer, activity } = await anActivity(needing, offering);
    expect(errorOf(await onBoard(offering.actor, 'closeEntry', { id: offer.id }))).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { state: 'MATCHED', by: activity.owners[0]?.name } },
    });
  });

  it('takes a need off the agenda while it is a proposal', async () => {
    const member = await aMember(world);
    const meeting = await plantMeeting(world, await coordinatorOf(world));
    const { id } = await proposedOn(world, member);
    expect(entryOf(await boardFor(member.actor), id).proposedOn).toBe(meeting);

    const board = await boardAfter(member.actor, 'closeEntry', { id });

    expect(await itemsOf(world, id)).toEqual([]);
    expect(entryOf(board, id).proposedOn).toBeNull();
    expect((await eventsOf(world, meeting)).at(-1)).toMatchObject({ topic: 'meeting', scope: 'wlochy', version: 3 });
  });

  it('leaves alone what the coordinator took onto the agenda', async () => {
    const member = await aMember(world);
    const meeting = await plantMeeting(world, await coordinatorOf(world));
    const { id } = await proposedOn(world, member);
    await world.orm.em.fork().execute(`update agenda_item set state = 'PLANNED' where entry_id = ?`, [id]);
    await boardAfter(member.actor, 'closeEntry', { id });
    expect(await itemsOf(world, id)).toMatchObject([{ meetingId: meeting, state: 'PLANNED' }]);
  });

  it('is not for who has left the Network; the entry is on the board no more', async () => {
    const member = await aMember(world);
    const anna = await coordinatorOf(world);
    const { id } = await anEntry(member);
    await world.orm.em.fork().execute(`update network_member set state = 'LEFT' where id = ?`, [member.membershipId]);
    expect((await boardFor(anna)).entries).toEqual([]);
    for (const by of [member.actor, anna]) expect(errorOf(await onBoard(by, 'closeEntry', { id }))).toEqual({ code: 'NOT_FOUND' });
  });
});
