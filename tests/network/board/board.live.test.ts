import { createDice } from '@ww/server/demo/random';
import { newId } from '@ww/shared/id';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { resident, signIn, type Actor } from '../../support/actors.ts';
import {
  anEntry,
  boardFor,
  coordinatorOf,
  entryOf,
  joining,
  LIVE_BOARD,
  newEntry,
  onBoard,
  plantMeeting,
  said,
  suitable,
  type BoardFrame,
  type BoardSeen,
} from '../../support/board.ts';
import { LiveClient, type Subscription } from '../../support/live-client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';
import { proposedOn } from './proposed.ts';

describe('a board that is followed', () => {
  const world = useWorld();

  async function follow(by: Actor, after: string | null, district = 'wlochy'): Promise<Subscription<BoardFrame>> {
    const client = await LiveClient.open(world, by);
    onTestFinished(() => client.close());
    return client.subscribe<BoardFrame>(LIVE_BOARD, { district, after });
  }
  const last = ({ frames }: Subscription<BoardFrame>) => frames.at(-1)?.data?.boardChanges;
  /** As it is shown: the cursor is of the reading. */
  const shown = (board: BoardSeen | null | undefined) => board && { ...board, cursor: '' };
  async function expectFresh(by: Actor, live: Subscription<BoardFrame>) {
    await caughtUp(world);
    const fresh = shown(await boardFor(by));
    await vi.waitFor(() => expect(shown(last(live)?.board)).toEqual(fresh), 5_000);
  }

  it('shows everyone in the Network what is posted, and what suits it, as one new board', async () => {
    const [needing, offering] = [await aMember(world), await aMember(world)];
    const anna = await coordinatorOf(world);
    const need = await anEntry(needing);
    await caughtUp(world);
    const lives = [await follow(needing.actor, (await boardFor(needing.actor)).cursor), await follow(anna, (await boardFor(anna)).cursor)];

    const offer = await anEntry(offering, suitable);

    for (const live of lives) {
      await vi.waitFor(() => expect(last(live)).toMatchObject({ kind: 'UPSERT', board: { district: 'wlochy' } }), 5_000);
      const { board } = last(live) ?? {};
      expect(board && entryOf(board, need.id).suggestions).toMatchObject([{ entryId: offer.id }]);
    }
  });

  it('replays what was missed, and tells a cursor of another log to load again', async () => {
    const [needing, offering] = [await aMember(world), await aMember(world)];
    const { cursor } = await boardFor(needing.actor);
    const need = await anEntry(needing);
    const offer = await anEntry(offering, suitable);
    await onBoard(needing.actor, 'joinEntries', joining(offer.id, need.id, needing.actor.personId));
    await expectFresh(needing.actor, await follow(needing.actor, cursor));

    const foreign = await follow(needing.actor, `${newId()}.0`);
    const [reset] = await foreign.take(1);
    expect(reset?.boardChanges).toMatchObject({ kind: 'RESET', board: null });
  });

  it('is told nothing of another district', async () => {
    const [here, there] = [await aMember(world), await aMember(world, 'ochota')];
    await caughtUp(world);
    const live = await follow(here.actor, (await boardFor(here.actor)).cursor);
    const far = await follow(there.actor, (await boardFor(there.actor, 'ochota')).cursor, 'ochota');
    await anEntry(there, { district: 'ochota' });
    await vi.waitFor(() => expect(last(far)?.board?.entries).toHaveLength(1), 5_000);
    expect(live.frames).toEqual([]);
  });

  it('shows when an organisation has left, and when a need is proposed for a meeting', async () => {
    const [member, leaving] = [await aMember(world), await aMember(world)];
    const anna = await coordinatorOf(world);
    await anEntry(leaving);
    await plantMeeting(world, anna);
    const live = await follow(anna, (await boardFor(anna)).cursor);
    const { id } = await proposedOn(world, member);
    await expectFresh(anna, live);
    expect(last(live)?.board?.entries.find((entry) => entry.id === id)?.proposedOn).not.toBeNull();

    const left = await anna.send('mutation ($input: OnMembershipInput!) { endMembership(input: $input) { __typename } }', {
      input: { key: newId(), id: leaving.membershipId },
    });
    expect(left.errors).toBeUndefined();
    await vi.waitFor(() => expect(last(live)?.board?.entries.map((entry) => entry.id)).toEqual([id]), 5_000);
  });

  it.each([1, 2])('equals a fresh query after whatever was done (run %i)', { timeout: 60_000 }, async (seed) => {
    const dice = createDice(seed);
    const members = [await aMember(world), await aMember(world), await aMember(world)];
    const anna = await coordinatorOf(world);
    const live = await follow(anna, (await boardFor(anna)).cursor);
    for (let step = 0; step < 40; step++) {
      world.clock.advance(dice.int(1, 86_400));
      const who = dice.pick(members);
      const { entries, activities } = await boardFor(who.actor);
      const open = entries.filter(({ state }) => state === 'OPEN');
      const [need, offer] = ['NEED', 'OFFER'].map((side) => open.find((entry) => entry.side === side));
      const planned = activities.find(({ state }) => state === 'PLANNED');
      const over = dice.chance(0.5) ? suitable : {};
      const days = { fromDay: null, toDay: null };
      const act = dice.int(0, 5);
      if (act <= 1 || open.length === 0) await onBoard(who.actor, 'postEntry', newEntry(who.organisationId, { ...over, ...days }));
      else if (act === 2) await onBoard(who.actor, 'closeEntry', { id: dice.pick(open).id });
      else if (act === 3) {
        const { id, version } = dice.pick(open);
        await onBoard(who.actor, 'amendEntry', { id, version, ...said({ ...over, ...days, amount: dice.int(1, 90) }) });
      } else if (act === 4 && need && offer) await onBoard(anna, 'joinEntries', joining(offer.id, need.id, who.actor.personId));
      else if (planned) await onBoard(anna, 'finishActivity', { id: planned.id, done: dice.chance(0.5) });
    }
    await expectFresh(anna, live);
  });

  it('is for the Network alone', async () => {
    for (const [by, code] of [
      [await signIn(world, 'TEAM_MEMBER', 'wlochy'), 'NOT_FOUND'],
      [(await aMember(world, 'ochota')).actor, 'NOT_FOUND'],
      [resident(world), 'UNAUTHENTICATED'],
    ] as const) {
      const live = await follow(by, null);
      await vi.waitFor(() => expect(live.frames[0]?.errors?.[0]?.extensions.code).toBe(code), 5_000);
    }
  });
});
