import { newId } from '@ww/shared/id';
import { createDice } from '@ww/server/demo/random';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { LiveClient, type Subscription } from '../../support/live-client.ts';
import { caughtUp } from '../../support/live-queue.ts';
import {
  aDraft,
  aMeeting,
  answer,
  answered,
  apart,
  coordinatorOf,
  didMeeting,
  giveMeeting,
  guestsFor,
  meetingDetails,
  meetingFor,
  mineIn,
  newPoint,
  rsvpOf,
} from '../../support/meetings.ts';
import { MEETING_VIEW, MINE_VIEW, PEOPLE_VIEW, type MeetingSeen, type MineSeen, type PeopleSeen } from '../../support/meeting-views.ts';
import { toldMember } from '../../support/members.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

interface Frame<T> {
  change: { kind: string; cursor: string; it: T | null };
}
const live = (field: string, part: string, view: string) =>
  `subscription ($id: ID!, $after: String) { change: ${field}(id: $id, after: $after) { kind cursor it: ${part} { ${view} } } }`;
const MEETING = live('meetingChanges', 'meeting', MEETING_VIEW);
const PEOPLE = live('meetingPeopleChanges', 'people', PEOPLE_VIEW);
const MINE = live('myMeetingChanges', 'mine', MINE_VIEW);

describe('one meeting, live', () => {
  const world = useWorld();
  async function follow<T>(by: Actor, query: string, id: string, after?: string): Promise<Subscription<Frame<T>>> {
    const socket = await LiveClient.open(world, by);
    onTestFinished(() => socket.close());
    return socket.subscribe<Frame<T>>(query, { id, after });
  }
  /** The newest picture is the fresh one, but for the cursor. */
  const expectSame = <T extends { cursor: string }>({ frames }: Subscription<Frame<T>>, fresh: () => Promise<T>) =>
    vi.waitFor(async () => {
      const newest = frames.at(-1)?.data?.change.it;
      expect(newest && apart(newest)).toEqual(apart(await fresh()));
    }, 5_000);
  const refusal = async ({ frames }: Subscription<unknown>) => {
    await expect.poll(() => frames.length).toBe(1);
    return errorOf({ status: 200, data: null, ...frames[0] }).code;
  };

  it('is what a fresh look is, whatever was done, for each who follows it', { timeout: 90_000 }, async () => {
    const dice = createDice(3);
    const anna = await coordinatorOf(world);
    const members = [await aMember(world), await aMember(world), await aMember(world), await aMember(world)];
    const [olga, jan] = members.map(({ actor }) => actor) as [Actor, Actor];
    const { id } = await aMeeting(anna, { seats: 2 });
    await didMeeting(anna, 'setDeputies', { id, people: [jan.personId] });
    const seen = [await follow<MeetingSeen>(anna, MEETING, id), await follow<MeetingSeen>(olga, MEETING, id)] as const;
    const people = [await follow<PeopleSeen>(anna, PEOPLE, id), await follow<PeopleSeen>(jan, PEOPLE, id)] as const;
    const mine = [await follow<MineSeen>(olga, MINE, id), await follow<MineSeen>(jan, MINE, id)] as const;
    for (const member of members.slice(0, 2)) await answered(member, id);
    for (let round = 0; round < 25; round++) {
      const { row, items } = await meetingFor(anna, id);
      const { guests } = await guestsFor(anna, id);
      const there = guests.filter(({ attendanceId }) => attendanceId !== null);
      const who = dice.pick(members);
      const seats = dice.int(row.accepted, row.accepted + 2) || 1;
      const version = row.detailsVersion;
      const steps: (() => Promise<unknown>)[] = [
        () =>
          answer(who, id, {
            coming: dice.chance(0.6),
            interpreter: dice.chance(0.3),
            needs: dice.chance(0.5) ? 'Wejście bez schodów.' : null,
          }),
        () => answer(who, id, { coming: dice.chance(0.5) }),
        () => giveMeeting(anna, 'amendMeeting', { id, version, ...meetingDetails({ seats, title: `Zmiana ${String(round)}` }) }),
        () => giveMeeting(jan, 'checkIn', { id: newId(), meetingId: id, personId: who.actor.personId, remote: dice.chance(0.3) }),
        () => giveMeeting(anna, 'checkIn', { id: newId(), meetingId: id, name: `Gość ${String(round)}` }),
        () => giveMeeting(dice.pick([anna, who.actor]), 'proposeItem', newPoint(id)),
      ];
      if (there.length > 0) steps.push(() => giveMeeting(anna, 'undoCheckIn', { id: dice.pick(there).attendanceId }));
      if (items.length > 1) steps.push(() => giveMeeting(anna, 'moveItem', { id: dice.pick(items).id, afterId: dice.pick(items).id }));
      await Promise.all([dice.pick(steps)(), dice.pick(steps)()]);
    }
    await expectSame(seen[0], () => meetingFor(anna, id));
    await expectSame(seen[1], () => meetingFor(olga, id));
    await expectSame(people[0], () => guestsFor(anna, id));
    await expectSame(people[1], () => guestsFor(jan, id));
    await expectSame(mine[0], () => mineIn(olga, id));
    await expectSame(mine[1], () => mineIn(jan, id));
    expect(new Set(seen[1].frames.map(({ data }) => data?.change.kind))).toEqual(new Set(['UPSERT']));
  });

  it('tells a person alone of a seat that came free, and their own page only', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan] = [await aMember(world), await aMember(world)];
    const { id } = await aMeeting(anna, { seats: 1 });
    for (const member of [olga, jan]) await answered(member, id);
    await caughtUp(world);
    const [hers, his] = [await follow<MineSeen>(olga.actor, MINE, id), await follow<MineSeen>(jan.actor, MINE, id)];
    await follow(anna, MINE, id);
    await answered(olga, id, { coming: false });
    expect((await his.take(1))[0]?.change.it?.rsvp).toMatchObject({ id: await rsvpOf(jan.actor, id), state: 'ACCEPTED' });
    expect((await hers.take(1))[0]?.change.it?.rsvp).toMatchObject({ id: await rsvpOf(olga.actor, id), state: 'DECLINED' });
    await caughtUp(world);
    expect([hers.frames, his.frames].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('tells who waits that they moved up the list, when somebody ahead leaves it', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan, ewa] = [await aMember(world), await aMember(world), await aMember(world)];
    const { id } = await aMeeting(anna, { seats: 1 });
    for (const member of [olga, jan, ewa]) await answered(member, id);
    await caughtUp(world);
    const hers = await follow<MineSeen>(ewa.actor, MINE, id);

    await answered(jan, id, { coming: false });

    expect((await hers.take(1))[0]?.change.it?.rsvp).toMatchObject({ state: 'WAITING', waitingPlace: 1 });
  });

  it('stops for a deputy whose name is taken off, and for one whose organisation left', async () => {
    const anna = await coordinatorOf(world);
    const [olga, jan] = [await aMember(world), await aMember(world)];
    const { id } = await aMeeting(anna);
    await didMeeting(anna, 'setDeputies', { id, people: [olga.actor.personId, jan.actor.personId] });
    const [hers, his] = [await follow<PeopleSeen>(olga.actor, PEOPLE, id), await follow<PeopleSeen>(jan.actor, PEOPLE, id)];
    const checkIn = (name: string) => didMeeting(anna, 'checkIn', { id: newId(), meetingId: id, name });
    await checkIn('Gość pierwszy');
    await Promise.all([hers.take(1), his.take(1)]);

    await didMeeting(anna, 'setDeputies', { id, people: [jan.actor.personId] });
    await Promise.all([hers.take(2), his.take(2)]);
    await checkIn('Gość drugi');
    await Promise.all([hers.take(3), his.take(3)]);

    expect(hers.frames.map(({ data }) => [data?.change.kind, data?.change.it])).toEqual([
      ['UPSERT', expect.anything()],
      ['REMOVE', null],
      ['REMOVE', null],
    ]);
    expect(his.frames.map(({ data }) => data?.change.kind)).toEqual(['UPSERT', 'UPSERT', 'UPSERT']);
    expect(await refusal(await follow(olga.actor, PEOPLE, id))).toBe('NOT_FOUND');

    const socket = await LiveClient.open(world, jan.actor);
    const left = socket.subscribe<Frame<PeopleSeen>>(PEOPLE, { id });
    await toldMember(jan.actor, 'endMembership', { id: jan.membershipId });
    await checkIn('Gość trzeci');
    expect((await socket.closed).code).toBe(1012);
    expect(JSON.stringify([left.frames, his.frames, hers.frames])).not.toContain('Gość trzeci');
  });

  it('is refused of a draft to members, and of its guests to who does not prepare it', async () => {
    const anna = await coordinatorOf(world);
    const { actor: olga } = await aMember(world);
    const { id } = await aDraft(anna);
    await didMeeting(anna, 'setDeputies', { id, people: [olga.personId] });
    for (const query of [MEETING, PEOPLE, MINE]) expect(await refusal(await follow(olga, query, id))).toBe('NOT_FOUND');
    await didMeeting(anna, 'setDeputies', { id, people: [] });
    await didMeeting(anna, 'publishMeeting', { id });
    expect(await refusal(await follow(olga, PEOPLE, id))).toBe('NOT_FOUND');
    const stranger = await coordinatorOf(world, 'ochota');
    for (const query of [MEETING, PEOPLE, MINE]) expect(await refusal(await follow(stranger, query, id))).toBe('NOT_FOUND');
  });

  it('replays from a cursor, and starts again from a foreign one', async () => {
    const anna = await coordinatorOf(world);
    const olga = await aMember(world);
    const { id } = await aMeeting(anna);
    const { cursor } = await meetingFor(anna, id);
    const { row } = await answered(olga, id);
    const [frame] = await (await follow<MeetingSeen>(olga.actor, MEETING, id, cursor)).take(1);
    expect(frame?.change).toMatchObject({ kind: 'UPSERT', it: { row } });
    for (const query of [MEETING, PEOPLE, MINE]) {
      const [reset] = await (await follow<object>(anna, query, id, `${newId()}.0`)).take(1);
      expect(reset?.change).toMatchObject({ kind: 'RESET', it: null });
    }
  });
});
