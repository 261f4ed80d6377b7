import { FIRST_NETWORKS } from '@ww/shared/network/terms';
import { describe, expect, it } from 'vitest';
import { resident, signIn, type Actor } from '../../support/actors.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { another, membersOf, myMembershipsOf, NETWORK, strangers, toldMember, type NetworkSeen } from '../../support/members.ts';
import { aMember, makeMember } from '../../support/network.ts';
import { statementsOf } from '../../support/statements.ts';
import { anOrganisation } from '../../support/volunteers.ts';
import { useWorld } from '../../support/world.ts';

const ONE = `query ($district: ID!) { network(district: $district) { ${NETWORK} } }`;
const ALL = 'query { networks { district enabled unansweredDays version } }';
const MEMBERS = 'query ($district: ID!) { networkMembers(district: $district) { rows { id } } }';
const MINE = 'query { myMemberships { rows { id } } }';

describe('reading a Network', () => {
  const world = useWorld();
  const networkOf = async (by: Actor, district = 'wlochy') => dataOf(await by.send<{ network: NetworkSeen }>(ONE, { district })).network;
  const codeOf = async (by: Actor, query: string, district = 'wlochy') => errorOf(await by.send(query, { district })).code;

  it('tells how many are inside, and who admits also how many ask', async () => {
    const { actor: olga } = await aMember(world);
    await aMember(world);
    const { marta, organisationId } = await strangers(world);
    await makeMember(world, 'wlochy', organisationId, 'ASKED');
    const seen = { district: 'wlochy', enabled: true, unansweredDays: 14, version: 1, members: 2 };
    expect(await networkOf(marta)).toEqual({ ...seen, asked: 1 });
    expect(await networkOf(olga)).toEqual({ ...seen, asked: null });
    expect(await networkOf(await signIn(world, 'DISTRICT_COORDINATOR', 'wola'), 'wola')).toMatchObject({
      enabled: false,
      members: 0,
      asked: 0,
    });
  });

  it('shows the directory by name: to members those inside, to who admits also those who ask or were asked', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const stands = [
      ['Żywa Biblioteka', 'MEMBER'],
      ['Łączka', 'ASKED'],
      ['Lipa', 'INVITED'],
      ['Ćma', 'REFUSED'],
      ['Chata', 'LEFT'],
      ['Ławeczka', 'MEMBER'],
    ] as const;
    for (const [name, state] of stands) await makeMember(world, 'wlochy', (await anOrganisation(world, marta, { name })).id, state);
    const { actor: olga, organisationName } = await aMember(world, 'wlochy', { name: 'Olszynka' });
    const namesFor = async (by: Actor) => (await membersOf(by)).rows.map(({ organisation }) => organisation.name);
    expect(await namesFor(olga)).toEqual(['Ławeczka', organisationName, 'Żywa Biblioteka']);
    expect(await namesFor(marta)).toEqual(['Lipa', 'Ławeczka', 'Łączka', organisationName, 'Żywa Biblioteka']);
  });

  it('shows who also admits, and is a member besides, all of it', async () => {
    const { organisationId, membershipId } = await aMember(world);
    const both = await another(world, organisationId);
    await world.orm.em
      .fork()
      .execute(
        `insert into role_grant (id, person_id, role, scope, created_at) values (gen_random_uuid(), ?, 'DISTRICT_COORDINATOR', 'wlochy', now())`,
        [both.personId],
      );
    const asking = await strangers(world);
    const { id } = await toldMember(asking.olga, 'askToJoin', asking.pair());
    expect((await membersOf(both)).rows.map((row) => row.id).toSorted()).toEqual([id, membershipId].toSorted());
  });

  it('takes one statement, for many as for one', async () => {
    const { actor: olga } = await aMember(world);
    const statements = () => statementsOf(world, /\bnetwork_member\b/, olga, MEMBERS, { district: 'wlochy' });
    expect(await statements()).toBe(1);
    for (let more = 0; more < 5; more++) await aMember(world);
    expect((await membersOf(olga)).rows).toHaveLength(6);
    expect(await statements()).toBe(1);
  });

  it('shows an organisation’s coordinator where it stands everywhere, whatever came of it', async () => {
    const { actor: olga, organisationId, membershipId } = await aMember(world);
    const refused = await makeMember(world, 'ochota', organisationId, 'REFUSED');
    await makeMember(world, 'ochota', (await strangers(world)).organisationId, 'MEMBER');
    const { rows } = await myMembershipsOf(olga);
    expect(rows.map(({ id, state }) => [id, state]).toSorted()).toEqual(
      [
        [membershipId, 'MEMBER'],
        [refused, 'REFUSED'],
      ].toSorted(),
    );
  });

  it('tells who is concerned where a Network runs', async () => {
    const { olga } = await strangers(world);
    for (const by of [olga, await signIn(world, 'ADMIN'), await signIn(world, 'DISTRICT_COORDINATOR', 'wola')]) {
      const { networks } = dataOf(await by.send<{ networks: NetworkSeen[] }>(ALL));
      expect(networks).toHaveLength(18);
      expect(networks.filter(({ enabled }) => enabled).map(({ district }) => district)).toEqual(FIRST_NETWORKS.toSorted());
    }
    for (const by of [await signIn(world, 'TEAM_MEMBER', 'wlochy'), await signIn(world, 'VOLUNTEER'), await signIn(world, 'AUDITOR')])
      expect(await codeOf(by, ALL)).toBe('NOT_FOUND');
    expect(await codeOf(resident(world), ALL)).toBe('UNAUTHENTICATED');
  });

  it('is for nobody outside', async () => {
    const { olga } = await strangers(world);
    const { actor: elsewhere } = await aMember(world, 'ochota');
    const roles = [await signIn(world, 'TEAM_MEMBER', 'wlochy'), await signIn(world, 'ADMIN'), await signIn(world, 'CITY_ANALYST')];
    for (const by of [olga, elsewhere, ...roles, await signIn(world, 'DISTRICT_COORDINATOR', 'ochota')])
      for (const query of [ONE, MEMBERS]) expect(await codeOf(by, query)).toBe('NOT_FOUND');
    for (const query of [ONE, MEMBERS, MINE]) expect(await codeOf(resident(world), query)).toBe('UNAUTHENTICATED');
    expect(await codeOf(await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'), MINE)).toBe('NOT_FOUND');
    expect(await codeOf(await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'), ONE, 'krakow')).toBe('NOT_FOUND');
  });
});
