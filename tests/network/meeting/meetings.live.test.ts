import { newId } from '@ww/shared/id';
import { createDice } from '@ww/server/demo/random';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { resident, signIn, type Actor } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { LiveClient, type Subscription } from '../../support/live-client.ts';
import {
  aDraft,
  aMeeting,
  answer,
  coordinatorOf,
  didMeeting,
  giveMeeting,
  meetingDetails,
  meetingsFor,
  newMeeting,
  newPoint,
} from '../../support/meetings.ts';
import { MEETING_ROW, type MeetingRow } from '../../support/meeting-views.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

const LIVE = `subscription ($district: ID!, $after: String) { change: meetingsChanges(district: $district, after: $after) {
  kind cursor id row { ${MEETING_ROW} } } }`;
interface Frame {
  change: { kind: string; cursor: string; id: string | null; row: MeetingRow | null };
}

describe('the live list of meetings', () => {
  const world = useWorld();
  const told = (frames: Frame[]) => frames.map(({ change: { kind, id, row } }) => [kind, id, row?.state ?? null]);
  async function follow(by: Actor, after: string): Promise<Subscription<Frame>> {
    const socket = await LiveClient.open(world, by);
    onTestFinished(() => socket.close());
    return socket.subscribe<Frame>(LIVE, { district: 'wlochy', after });
  }

  it('shows coordinators each step, and members nothing of a draft', async () => {
    const anna = await coordinatorOf(world);
    const { actor: olga } = await aMember(world);
    const [forAnna, forOlga] = [await follow(anna, (await meetingsFor(anna)).cursor), await follow(olga, (await meetingsFor(olga)).cursor)];

    const { id } = await aDraft(anna, { title: 'Tajny szkic' });
    await Promise.all([forAnna.take(1), forOlga.take(1)]);
    await didMeeting(anna, 'publishMeeting', { id });
    await Promise.all([forAnna.take(2), forOlga.take(2)]);
    await didMeeting(anna, 'cancelMeeting', { id, reason: 'Choroba.' });
    await Promise.all([forAnna.take(3), forOlga.take(3)]);
    const { id: dropped } = await aDraft(anna, { title: 'Tajny szkic' });
    await Promise.all([forAnna.take(4), forOlga.take(4)]);
    await didMeeting(anna, 'cancelMeeting', { id: dropped, reason: 'Jednak nie.' });

    expect(told(await forAnna.take(5))).toEqual([
      ['UPSERT', id, 'DRAFT'],
      ['UPSERT', id, 'PUBLISHED'],
      ['UPSERT', id, 'CANCELLED'],
      ['UPSERT', dropped, 'DRAFT'],
      ['UPSERT', dropped, 'CANCELLED'],
    ]);
    expect(told(await forOlga.take(5))).toEqual([
      ['REMOVE', id, null],
      ['UPSERT', id, 'PUBLISHED'],
      ['UPSERT', id, 'CANCELLED'],
      ['REMOVE', dropped, null],
      ['REMOVE', dropped, null],
    ]);
    expect(JSON.stringify(forOlga.frames.filter((_, index) => index !== 1 && index !== 2))).not.toMatch(/Tajny|Jednak/);
  });

  it('shows drafts to a coordinator who was a member before', async () => {
    const { actor: olga } = await aMember(world);
    await world.orm.em
      .fork()
      .execute(`insert into role_grant (id, person_id, role, scope, created_at) values (?, ?, 'DISTRICT_COORDINATOR', 'wlochy', ?)`, [
        newId(),
        olga.personId,
        world.clock.in(60),
      ]);
    const live = await follow(olga, (await meetingsFor(olga)).cursor);
    const { id } = await aDraft(olga);
    expect(told(await live.take(1))).toEqual([['UPSERT', id, 'DRAFT']]);
  });

  it('merged into what was loaded says what a fresh list says, whatever was done', { timeout: 90_000 }, async () => {
    const dice = createDice(5);
    const anna = await coordinatorOf(world);
    const members = [await aMember(world), await aMember(world), await aMember(world)];
    const ids: string[] = [(await aMeeting(anna, { seats: 1 })).id];
    const seeds = new Map<Actor, { rows: Map<string, MeetingRow>; live: Subscription<Frame> }>();
    for (const by of [anna, members[0]?.actor ?? anna]) {
      const { cursor, rows } = await meetingsFor(by);
      seeds.set(by, { rows: new Map(rows.map((row) => [row.id, row])), live: await follow(by, cursor) });
    }
    for (let round = 0; round < 25; round++) {
      const id = dice.pick(ids);
      const who = dice.pick(members);
      const fresh = newMeeting({ seats: 1 });
      const version = (await meetingsFor(anna)).rows.find((row) => row.id === id)?.detailsVersion ?? 1;
      const steps = [
        () => giveMeeting(anna, 'callMeeting', fresh).then(() => ids.push(fresh.id)),
        () => giveMeeting(anna, 'publishMeeting', { id }),
        () =>
          giveMeeting(anna, 'amendMeeting', {
            id,
            version,
            ...meetingDetails({ seats: dice.int(2, 4), title: `Zmiana ${String(round)}` }),
          }),
        () => answer(who, id, { coming: dice.chance(0.7) }),
        () => answer(dice.pick(members), id),
        () => giveMeeting(dice.pick([anna, who.actor]), 'proposeItem', newPoint(id)),
        () => (dice.chance(0.2) ? giveMeeting(anna, 'cancelMeeting', { id, reason: 'Choroba.' }) : Promise.resolve()),
      ];
      await Promise.all([dice.pick(steps)(), dice.pick(steps)()]);
    }
    for (const [by, { rows, live }] of seeds) {
      await vi.waitFor(async () => {
        const merged = new Map(rows);
        for (const { data } of live.frames) {
          const { kind, id, row } = data?.change ?? {};
          if (kind === 'UPSERT' && row) merged.set(row.id, row);
          if (kind === 'REMOVE' && id) merged.delete(id);
        }
        const fresh = (await meetingsFor(by)).rows;
        expect(merged.size).toBe(fresh.length);
        for (const row of fresh) expect(merged.get(row.id)).toEqual(row);
      }, 5_000);
    }
  });

  it('replays from a cursor, and starts again from a foreign one', async () => {
    const anna = await coordinatorOf(world);
    const { cursor } = await meetingsFor(anna);
    const { id } = await aMeeting(anna);
    expect(told(await (await follow(anna, cursor)).take(1))).toEqual([['UPSERT', id, 'PUBLISHED']]);
    expect(told(await (await follow(anna, `${newId()}.0`)).take(1))).toEqual([['RESET', null, null]]);
  });

  it('is for the Network of the district alone', async () => {
    const { actor: elsewhere } = await aMember(world, 'ochota');
    for (const [by, code] of [
      [elsewhere, 'NOT_FOUND'],
      [await coordinatorOf(world, 'ochota'), 'NOT_FOUND'],
      [await signIn(world, 'TEAM_MEMBER', 'wlochy'), 'NOT_FOUND'],
      [resident(world), 'UNAUTHENTICATED'],
    ] as const) {
      const refused = await follow(by, '');
      await expect.poll(() => refused.frames.length).toBe(1);
      expect(errorOf({ status: 200, data: null, ...refused.frames[0] }).code).toBe(code);
    }
  });
});
