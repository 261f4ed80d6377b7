import { createDice } from '@ww/server/demo/random';
import { describe, expect, it } from 'vitest';
import {
  anEntry,
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
import { errorOf, type Answer } from '../../support/client.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';
import { runOut } from './proposed.ts';

const EXPECTED = new Set(['CONFLICT', 'STALE', 'INVALID', 'NOT_FOUND']);

describe('what is done on a board at once', () => {
  const world = useWorld();

  it('of two joins of one need one wins, and the other is told who', async () => {
    for (let round = 0; round < 5; round++) {
      const [needing, one, other] = [await aMember(world), await aMember(world), await aMember(world)];
      const need = await anEntry(needing);
      const offers = [await anEntry(one, suitable), await anEntry(other, suitable)];
      const answers = await Promise.all(
        [one, other].map(({ actor }, at) => onBoard(actor, 'joinEntries', joining(offers[at]?.id ?? '', need.id, actor.personId))),
      );
      const lost = answers.findIndex(({ errors }) => errors);
      expect(answers.filter(({ errors }) => errors)).toHaveLength(1);
      const board = await boardFor(needing.actor);
      const activity = board.activities.find(({ need: part }) => part.entryId === need.id);
      expect(errorOf(answers[lost] as Answer<unknown>)).toMatchObject({
        ...{ code: 'CONFLICT', conflict: { by: activity?.owners[0]?.name, state: 'MATCHED' } },
      });
      expect(activity?.owners[0]?.personId).toBe([one, other][1 - lost]?.actor.personId);
      expect(offers.map(({ id }) => entryOf(board, id).state)).toEqual(lost === 0 ? ['OPEN', 'MATCHED'] : ['MATCHED', 'OPEN']);
    }
  });

  it('entries, activities and agendas agree, whatever was done', { timeout: 120_000 }, async () => {
    const dice = createDice(7);
    const anna = await coordinatorOf(world);
    const members = [await aMember(world), await aMember(world), await aMember(world)];
    await plantMeeting(world, anna, { startsAt: '2027-12-01T11:00:00.000Z' });
    for (let round = 0; round < 15; round++) {
      world.clock.advance(86_400 * dice.int(1, 6));
      const { entries, activities } = await boardFor(anna);
      const open = entries.filter(({ state }) => state === 'OPEN');
      const [needs, offers] = ['NEED', 'OFFER'].map((side) => open.filter((entry) => entry.side === side));
      const planned = activities.filter(({ state }) => state === 'PLANNED');
      const due = open.filter(({ proposeAt }) => proposeAt && new Date(proposeAt) <= world.clock.now());
      const acts = Array.from({ length: 6 }, () => {
        const who = dice.pick(members);
        const over = { ...(dice.chance(0.5) ? suitable : {}), fromDay: null, toDay: null };
        const ways: (() => Promise<Answer<unknown> | null>)[] = [() => onBoard(who.actor, 'postEntry', newEntry(who.organisationId, over))];
        if (needs?.length && offers?.length)
          ways.push(() => onBoard(anna, 'joinEntries', joining(dice.pick(offers).id, dice.pick(needs).id, who.actor.personId)));
        if (open.length > 0) ways.push(() => onBoard(anna, 'closeEntry', { id: dice.pick(open).id }));
        if (planned.length > 0) ways.push(() => onBoard(anna, 'finishActivity', { id: dice.pick(planned).id, done: dice.chance(0.4) }));
        if (due.length > 0) ways.push(() => runOut(world, dice.pick(due).id).then(() => null));
        return dice.pick(ways);
      });
      for (const answer of await Promise.all(acts.map((act) => act()))) {
        const [error] = answer?.errors ?? [];
        if (error) expect(EXPECTED).toContain(error.extensions.code);
      }
      const after = await boardFor(anna);
      const inHand = after.activities
        .filter(({ state }) => state !== 'CANCELLED')
        .flatMap(({ offer, need }) => [offer.entryId, need.entryId]);
      const matched = after.entries.filter(({ state }) => state === 'MATCHED').map(({ id }) => id);
      expect(new Set(inHand).size).toBe(inHand.length);
      expect(inHand).toEqual(expect.arrayContaining(matched));
      for (const { id, state } of after.entries) {
        const items = await itemsOf(world, id);
        expect(items.length).toBeLessThanOrEqual(state === 'OPEN' ? 1 : 0);
      }
    }
    expect(world.logs.filter((line) => line.includes('unexpected error'))).toEqual([]);
  });
});
