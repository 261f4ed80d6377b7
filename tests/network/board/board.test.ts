import { describe, expect, it, vi } from 'vitest';
import { resident, signIn } from '../../support/actors.ts';
import {
  anActivity,
  anEntry,
  BOARD,
  boardAfter,
  boardFor,
  coordinatorOf,
  entryOf,
  newEntry,
  onBoard,
  plantMeeting,
  suitable,
} from '../../support/board.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import { aMember, makeMember } from '../../support/network.ts';
import { statementsOf } from '../../support/statements.ts';
import { useWorld } from '../../support/world.ts';
import { proposedOn } from './proposed.ts';

const DAY = 86_400;
const PEOPLE = 'query ($district: ID!) { people: networkPeople(district: $district) { id displayName organisation } }';

describe('a board', () => {
  const world = useWorld();

  it('is seen in the district by its coordinator and its members, and by nobody else', async () => {
    const member = await aMember(world);
    const { id } = await anEntry(member);
    for (const by of [member.actor, (await aMember(world)).actor, await coordinatorOf(world)])
      expect((await boardFor(by)).entries).toMatchObject([{ id }]);

    const strangers = [await aMember(world, 'ochota').then(({ actor }) => actor), await signIn(world, 'TEAM_MEMBER', 'wlochy')];
    for (const by of [...strangers, await signIn(world, 'ADMIN')])
      for (const query of [BOARD, PEOPLE]) expect(errorOf(await by.send(query, { district: 'wlochy' }))).toEqual({ code: 'NOT_FOUND' });
    expect(errorOf(await resident(world).send(BOARD, { district: 'wlochy' }))).toEqual({ code: 'UNAUTHENTICATED' });
  });

  it('suggests on both sides what suits, the best first, at most three', async () => {
    const [needing, offering] = [await aMember(world), await aMember(world)];
    const need = await anEntry(needing);
    const [poor, kind, far, good] = [
      await anEntry(offering, { ...suitable, title: 'Krzesła', amount: 5, place: null }),
      await anEntry(offering, { ...suitable, title: 'Głośniki', amount: null, place: null }),
      await anEntry(offering, { ...suitable, fromDay: '2026-12-11' }),
      await anEntry(offering, suitable),
    ];
    const third = await anEntry(offering, { ...suitable, title: 'Namiot', amount: 40, place: null });

    const board = await boardFor(needing.actor);

    expect(entryOf(board, need.id).suggestions).toEqual([
      { entryId: good.id, reasons: ['KIND', 'DAYS', 'AMOUNT', 'WORDS', 'PLACE'], words: ['krzesła'] },
      { entryId: poor.id, reasons: ['KIND', 'DAYS', 'WORDS'], words: ['krzesła'] },
      { entryId: third.id, reasons: ['KIND', 'DAYS', 'AMOUNT'], words: [] },
    ]);
    expect(entryOf(board, kind.id).suggestions).toMatchObject([{ entryId: need.id, reasons: ['KIND', 'DAYS'] }]);
    expect(entryOf(board, far.id).suggestions).toEqual([]);
  });

  it('shows for ninety days what ended, and what is planned as long as it is', async () => {
    const [needing, offering] = [await aMember(world), await aMember(world)];
    const { activity, need } = await anActivity(needing, offering);
    const [open, closed] = [await anEntry(needing), await anEntry(needing)];
    await boardAfter(needing.actor, 'closeEntry', { id: closed.id });
    const ids = async () => {
      const { entries, activities } = await boardFor(needing.actor);
      return [entries.map(({ id }) => id), activities.map(({ id }) => id)];
    };
    expect((await ids())[0]?.[0]).toBe(open.id);
    expect((await ids()).flat()).toEqual(expect.arrayContaining([open.id, closed.id, need.id, activity.id]));

    world.clock.advance(90 * DAY + 1);
    expect(await ids()).toEqual([[open.id], [activity.id]]);
    await boardAfter(needing.actor, 'finishActivity', { id: activity.id, done: true });
    world.clock.advance(90 * DAY + 1);
    expect(await ids()).toEqual([[open.id], []]);
  });

  it('of a Network that is switched off can be read by its coordinator, and not written', async () => {
    const anna = await coordinatorOf(world);
    const member = await aMember(world);
    const { id } = await anEntry(member);
    await world.orm.em.fork().execute(`update network set enabled = false, version = 2 where district = 'wlochy'`);
    expect(await boardFor(anna)).toMatchObject({ enabled: false, entries: [{ id }] });
    for (const by of [anna, member.actor]) expect(errorOf(await onBoard(by, 'closeEntry', { id }))).toEqual({ code: 'NOT_FOUND' });
    expect(errorOf(await member.actor.send(BOARD, { district: 'wlochy' }))).toEqual({ code: 'NOT_FOUND' });
  });

  it('names the meeting for which a need is proposed, but not a draft, nor one that refused it or was cancelled', async () => {
    const member = await aMember(world);
    const meeting = await plantMeeting(world, await coordinatorOf(world));
    const { id } = await proposedOn(world, member);
    const em = world.orm.em.fork();
    const seen = async () => entryOf(await boardFor(member.actor), id).proposedOn;
    expect(await seen()).toBe(meeting);
    await em.execute(`update meeting set state = 'DRAFT'`);
    expect(await seen()).toBeNull();
    await em.execute(`update meeting set state = 'CANCELLED', cancelled_at = now()`);
    expect(await seen()).toBeNull();
    await em.execute(`update meeting set state = 'PUBLISHED', cancelled_at = null`);
    await em.execute(`update agenda_item set state = 'REFUSED'`);
    expect(await seen()).toBeNull();
  });

  it('knows who can see to something: coordinators of the district and of its members, with their organisations', async () => {
    const anna = await coordinatorOf(world);
    const [member, elsewhere] = [await aMember(world), await aMember(world, 'ochota')];
    await makeMember(world, 'wlochy', elsewhere.organisationId);
    await signIn(world, 'TEAM_MEMBER', 'wlochy');
    const { people } = dataOf(await anna.send<{ people: { id: string; organisation: string | null }[] }>(PEOPLE, { district: 'wlochy' }));
    const seen = new Map(people.map(({ id, organisation }) => [id, organisation]));
    expect(seen.get(anna.personId ?? '')).toBeNull();
    expect(seen.get(member.actor.personId ?? '')).toBe(member.organisationName);
    expect(seen.get(elsewhere.actor.personId ?? '')).toBe(elsewhere.organisationName);
    expect(people.filter(({ organisation }) => organisation === null)).toHaveLength(1);
    expect(people).toHaveLength(3);
  });

  it('takes three statements, however much is on it', { timeout: 60_000 }, async () => {
    const anna = await coordinatorOf(world);
    const count = async () => {
      await caughtUp(world);
      const behind = 'select 1 from log_follower where position < (select max(position) from event)';
      await vi.waitFor(async () => expect(await world.orm.em.fork().execute(behind)).toEqual([]), 10_000);
      return statementsOf(world, /\b(board_entry|joint_activity|"?network"?|agenda_item)\b/, anna, BOARD, { district: 'wlochy' });
    };
    const [one, other] = [await aMember(world), await aMember(world)];
    await anActivity(one, other);
    const before = await count();
    for (let each = 0; each < 4; each++) await anActivity(one, other);
    await boardAfter(anna, 'postEntry', newEntry(null));
    expect([before, await count()]).toEqual([3, 3]);
  });
});
