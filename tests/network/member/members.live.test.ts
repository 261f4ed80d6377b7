import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { LiveClient } from '../../support/live-client.ts';
import { entry, MEMBER_ROW, membersOf, myMembershipsOf, strangers, toldMember, type MemberRow } from '../../support/members.ts';
import { aMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

interface Change {
  kind: string;
  cursor: string;
  id: string | null;
  row: MemberRow | null;
}
const LIVE = `subscription ($district: ID!, $after: String) { change: networkMembersChanges(district: $district, after: $after) { kind cursor id row { ${MEMBER_ROW} } } }`;
const MINE = `subscription ($after: String) { change: myMembershipChanges(after: $after) { kind cursor id row { ${MEMBER_ROW} } } }`;

describe('the live directory', () => {
  const world = useWorld();
  const told = (frames: { change: Change }[]) => frames.map(({ change: { kind, id, row } }) => [kind, id, row?.state ?? null]);

  it('shows who admits each step, members who comes and goes, and the organisation where it stands', async () => {
    const { marta, olga, pair } = await strangers(world);
    const { actor: jan } = await aMember(world);
    const sockets = [await LiveClient.open(world, marta), await LiveClient.open(world, jan), await LiveClient.open(world, olga)] as const;
    const district = 'wlochy';
    const forMarta = sockets[0].subscribe<{ change: Change }>(LIVE, { district, after: (await membersOf(marta)).cursor });
    const forJan = sockets[1].subscribe<{ change: Change }>(LIVE, { district, after: (await membersOf(jan)).cursor });
    const forOlga = sockets[2].subscribe<{ change: Change }>(MINE, { after: (await myMembershipsOf(olga)).cursor });

    const { id } = await toldMember(marta, 'inviteOrganisation', pair());
    await Promise.all([forMarta.take(1), forJan.take(1), forOlga.take(1)]);
    expect(await olgaClosesWhen(() => toldMember(olga, 'answerMembership', { id, accepted: true }))).toBe(true);
    await Promise.all([forMarta.take(2), forJan.take(2)]);
    await toldMember(olga, 'describeMember', { id, version: 2, ...entry() });
    const [, , described] = await forJan.take(3);
    await forMarta.take(3);
    expect(described?.change.row).toEqual((await membersOf(jan)).rows.find((row) => row.id === id));
    await toldMember(olga, 'endMembership', { id });

    expect(told(await forMarta.take(4))).toEqual([
      ['UPSERT', id, 'INVITED'],
      ['UPSERT', id, 'MEMBER'],
      ['UPSERT', id, 'MEMBER'],
      ['REMOVE', id, null],
    ]);
    expect(told(await forJan.take(4))).toEqual([
      ['REMOVE', id, null],
      ['UPSERT', id, 'MEMBER'],
      ['UPSERT', id, 'MEMBER'],
      ['REMOVE', id, null],
    ]);
    expect(JSON.stringify([forMarta.frames, forJan.frames])).not.toMatch(/sasiedzi@|00134|000 01 34/);
    for (const socket of sockets) socket.close();

    /** Whoever may do more from now on comes back with a new socket. */
    async function olgaClosesWhen(step: () => Promise<unknown>): Promise<boolean> {
      await step();
      const { code } = await sockets[2].closed;
      return code === 1012;
    }
  });

  it('goes on for the organisation from where it was, in whatever state', async () => {
    const { marta, olga, pair } = await strangers(world);
    const { cursor } = await myMembershipsOf(olga);
    const { id } = await toldMember(marta, 'inviteOrganisation', pair());
    await toldMember(olga, 'answerMembership', { id, accepted: false });
    const socket = await LiveClient.open(world, olga);
    expect(told(await socket.subscribe<{ change: Change }>(MINE, { after: cursor }).take(1))).toEqual([['UPSERT', id, 'LEFT']]);
    expect(told(await socket.subscribe<{ change: Change }>(MINE, { after: `${newId()}.0` }).take(1))).toEqual([['RESET', null, null]]);
    socket.close();
  });

  it('closes the pages of who is inside no more', async () => {
    const { marta } = await strangers(world);
    const { actor: olga, membershipId: id } = await aMember(world);
    const socket = await LiveClient.open(world, olga);
    await toldMember(marta, 'endMembership', { id });
    // it comes back at once: the session goes on
    expect((await socket.closed).code).toBe(1012);
    const again = await LiveClient.open(world, olga);
    const refused = again.subscribe(LIVE, { district: 'wlochy' });
    await expect.poll(() => refused.frames.length).toBe(1);
    expect(errorOf({ status: 200, data: null, ...refused.frames[0] }).code).toBe('NOT_FOUND');
    again.close();
  });

  it('is for nobody outside', async () => {
    const { olga } = await strangers(world);
    const { actor: elsewhere } = await aMember(world, 'ochota');
    for (const by of [olga, elsewhere, await signIn(world, 'TEAM_MEMBER', 'wlochy'), await signIn(world, 'ADMIN')]) {
      const socket = await LiveClient.open(world, by);
      const refused = socket.subscribe(LIVE, { district: 'wlochy' });
      await expect.poll(() => refused.frames.length).toBe(1);
      expect(errorOf({ status: 200, data: null, ...refused.frames[0] }).code).toBe('NOT_FOUND');
      socket.close();
    }
  });
});
