import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../../support/actors.ts';
import {
  activityOf,
  anActivity,
  anEntry,
  boardAfter,
  boardFor,
  coordinatorOf,
  entryOf,
  itemsOf,
  joining,
  newEntry,
  onBoard,
  plantMeeting,
  suitable,
} from '../../support/board.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';
import { proposedOn } from './proposed.ts';

describe('joinEntries', () => {
  const world = useWorld();

  it('makes an offer and a need one thing with owners, and takes both off the list of what is open', async () => {
    const [needing, offering, third] = [await aMember(world), await aMember(world), await aMember(world)];
    const anna = await coordinatorOf(world);
    const need = await anEntry(needing);
    const offer = await anEntry(offering, suitable);
    const owners = [third.actor.personId, anna.personId, third.actor.personId];
    const input = joining(offer.id, need.id, null, { owners });

    const board = await boardAfter(needing.actor, 'joinEntries', input);

    expect(activityOf(board, input.id)).toMatchObject({
      ...{ title: input.title, day: '2026-12-10', state: 'PLANNED', createdAt: world.clock.in(0), endedAt: null, version: 1 },
      owners: [{ personId: third.actor.personId }, { personId: anna.personId, name: anna.name }],
      offer: { entryId: offer.id, title: offer.title, organisation: { id: offering.organisationId, name: offering.organisationName } },
      need: { entryId: need.id, title: need.title, organisation: { id: needing.organisationId } },
    });
    for (const { id } of [need, offer]) {
      expect(entryOf(board, id)).toMatchObject({
        state: 'MATCHED',
        endedAt: world.clock.in(0),
        proposeAt: null,
        version: 2,
        suggestions: [],
      });
      expect((await eventsOf(world, id)).at(-1)).toMatchObject({ topic: 'board', scope: 'wlochy', version: 2 });
    }
    expect(await auditOf(world, input.id)).toMatchObject([{ action: 'board.write', actor_id: needing.actor.personId, district: 'wlochy' }]);
  });

  it.each(['offering', 'needing', 'coordinator'] as const)('may be done by whoever may write one of the two: %s', async (who) => {
    const [needing, offering] = [await aMember(world), await aMember(world)];
    const by = { offering: offering.actor, needing: needing.actor, coordinator: await coordinatorOf(world) }[who];
    const [need, offer] = [await anEntry(needing), await anEntry(offering, suitable)];
    const input = joining(offer.id, need.id, needing.actor.personId);
    expect((await boardAfter(by, 'joinEntries', input)).activities).toMatchObject([{ id: input.id }]);
  });

  it('is not for a third organisation', async () => {
    const [needing, offering, third] = [await aMember(world), await aMember(world), await aMember(world)];
    const [need, offer] = [await anEntry(needing), await anEntry(offering, suitable)];
    const refused = await onBoard(third.actor, 'joinEntries', joining(offer.id, need.id, third.actor.personId));
    expect(errorOf(refused)).toEqual({ code: 'NOT_FOUND' });
    expect((await boardFor(third.actor)).activities).toEqual([]);
  });

  it('joins one of the district with one of an organisation', async () => {
    const anna = await coordinatorOf(world);
    const member = await aMember(world);
    const own = newEntry(null, suitable);
    await boardAfter(anna, 'postEntry', own);
    const { id } = await anEntry(member);
    const input = joining(own.id, id, anna.personId);
    const { offer, need } = activityOf(await boardAfter(member.actor, 'joinEntries', input), input.id);
    expect([offer.organisation, need.organisation?.id]).toEqual([null, member.organisationId]);
  });

  it('names who has it when one of the two is taken, and leaves the other open', async () => {
    const [needing, offering, late] = [await aMember(world), await aMember(world), await aMember(world)];
    const { need, activity } = await anActivity(needing, offering);
    const other = await anEntry(late, suitable);
    world.clock.advance(5);
    expect(errorOf(await onBoard(late.actor, 'joinEntries', joining(other.id, need.id, late.actor.personId)))).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { by: activity.owners[0]?.name, at: world.clock.in(-5), state: 'MATCHED' } },
    });
    expect(entryOf(await boardFor(late.actor), other.id).state).toBe('OPEN');
  });

  it('refuses two of one side or one organisation, and owners from outside', async () => {
    const [needing, offering] = [await aMember(world), await aMember(world)];
    const [stranger, elsewhere] = [await signIn(world, 'TEAM_MEMBER', 'wlochy'), await aMember(world, 'ochota')];
    const [need, otherNeed] = [await anEntry(needing), await anEntry(offering)];
    const [own, offer] = [await anEntry(needing, suitable), await anEntry(offering, suitable)];
    const owner = needing.actor.personId;
    const wrong = async (offerId: string, needId: string, over: object = {}) =>
      errorOf(await onBoard(needing.actor, 'joinEntries', joining(offerId, needId, owner, over))).fields;
    expect(await wrong(otherNeed.id, need.id)).toEqual([{ path: 'offerId', rule: 'sameSide' }]);
    expect(await wrong(own.id, offer.id)).toEqual([{ path: 'needId', rule: 'sameSide' }]);
    expect(await wrong(own.id, need.id)).toEqual([{ path: 'needId', rule: 'sameOrganisation' }]);
    for (const outside of [stranger.personId, elsewhere.actor.personId, newId()])
      expect(await wrong(offer.id, need.id, { owners: [owner, outside] })).toEqual([{ path: 'owners', rule: 'member' }]);
    expect(await wrong(offer.id, need.id, { owners: [] })).toMatchObject([{ path: 'owners', rule: 'required' }]);
    expect((await boardFor(needing.actor)).entries.every(({ state }) => state === 'OPEN')).toBe(true);
  });

  it('finds nothing across districts, nor of who has left', async () => {
    const [needing, offering, elsewhere] = [await aMember(world), await aMember(world), await aMember(world, 'ochota')];
    const [need, offer] = [await anEntry(needing), await anEntry(offering, suitable)];
    const far = await anEntry(elsewhere, { ...suitable, district: 'ochota' });
    const join = (offerId: string) => onBoard(needing.actor, 'joinEntries', joining(offerId, need.id, needing.actor.personId));
    expect(errorOf(await join(far.id))).toEqual({ code: 'NOT_FOUND' });
    expect(errorOf(await join(newId()))).toEqual({ code: 'NOT_FOUND' });
    await world.orm.em.fork().execute(`update network_member set state = 'LEFT' where id = ?`, [offering.membershipId]);
    expect(errorOf(await join(offer.id))).toEqual({ code: 'NOT_FOUND' });
  });

  it('takes the need off the agenda while it is a proposal', async () => {
    const [needing, offering] = [await aMember(world), await aMember(world)];
    const meeting = await plantMeeting(world, await coordinatorOf(world));
    const need = await proposedOn(world, needing);
    const offer = await anEntry(offering, suitable);
    await boardAfter(offering.actor, 'joinEntries', joining(offer.id, need.id, offering.actor.personId));
    expect(await itemsOf(world, need.id)).toEqual([]);
    expect((await eventsOf(world, meeting)).at(-1)).toMatchObject({ topic: 'meeting', version: 3 });
  });
});
