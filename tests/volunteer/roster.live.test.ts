import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn, type Actor } from '../support/actors.ts';
import { dataOf, errorOf } from '../support/client.ts';
import { LiveClient } from '../support/live-client.ts';
import { anOrganisation, aVolunteer, profile, told, type RosterRow } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

const ROW = 'id version weekMinutes freeToday volunteer { id displayName districts dutyUntil version }';
const LIVE = `subscription ($district: ID!, $after: String) { rosterChanges(district: $district, after: $after) { kind cursor id row { ${ROW} } } }`;
const ROSTER = `query ($district: ID!) { roster(district: $district) { cursor rows { ${ROW} } } }`;

interface Frame {
  rosterChanges: { kind: string; cursor: string; id: string | null; row: RosterRow | null };
}

describe('the live roster', () => {
  const world = useWorld();
  const load = async (by: Actor, district = 'wlochy') =>
    dataOf(await by.send<{ roster: { cursor: string; rows: RosterRow[] } }>(ROSTER, { district })).roster;
  const kindsOf = (frames: Frame[]) => frames.map(({ rosterChanges: { kind, id, row } }) => [kind, id, row?.version ?? null]);

  it('follows who comes, goes on duty, moves away, comes back and stops; a fresh list says the same', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id: organisationId, coordinator: olga } = await anOrganisation(world, marta);
    const socket = await LiveClient.open(world, await signIn(world, 'TEAM_MEMBER', 'wlochy'));
    const live = socket.subscribe<Frame>(LIVE, { district: 'wlochy', after: (await load(marta)).cursor });

    const { id } = await aVolunteer(olga, { organisationId });
    await live.take(1);
    await told(olga, 'setDuty', { id, until: world.clock.in(3600) });
    const [, onDuty] = await live.take(2);
    expect(onDuty?.rosterChanges.row).toEqual((await load(marta)).rows[0]);
    expect(onDuty?.rosterChanges.row).toMatchObject({ freeToday: true, volunteer: { dutyUntil: world.clock.in(3600) } });
    await told(olga, 'amendVolunteer', { id, version: 2, ...profile({ districts: ['wola'] }) });
    await live.take(3);
    await told(olga, 'amendVolunteer', { id, version: 3, ...profile() });
    await live.take(4);
    await told(olga, 'endVolunteer', { id });

    expect(kindsOf(await live.take(5))).toEqual([
      ['UPSERT', id, 1],
      ['UPSERT', id, 2],
      ['REMOVE', id, null],
      ['UPSERT', id, 4],
      ['REMOVE', id, null],
    ]);
    expect((await load(marta)).rows).toEqual([]);
    socket.close();
  });

  it('replays from a cursor, and starts again from a foreign one', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { cursor } = await load(marta);
    const { id } = await aVolunteer(marta);
    const socket = await LiveClient.open(world, marta);
    expect(kindsOf(await socket.subscribe<Frame>(LIVE, { district: 'wlochy', after: cursor }).take(1))).toEqual([['UPSERT', id, 1]]);
    expect(kindsOf(await socket.subscribe<Frame>(LIVE, { district: 'wlochy', after: `${newId()}.0` }).take(1))).toEqual([
      ['RESET', null, null],
    ]);
    socket.close();
  });

  it('is for the Team of the district alone', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { coordinator } = await anOrganisation(world, marta);
    for (const by of [coordinator, await signIn(world, 'TEAM_MEMBER', 'ochota'), await signIn(world, 'ADMIN')]) {
      const socket = await LiveClient.open(world, by);
      const refused = socket.subscribe(LIVE, { district: 'wlochy' });
      await expect.poll(() => refused.frames.length).toBe(1);
      expect(errorOf({ status: 200, data: null, ...refused.frames[0] }).code).toBe('NOT_FOUND');
      socket.close();
    }
  });
});
