import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn, type Actor } from '../../support/actors.ts';
import { dataOf, errorOf } from '../../support/client.ts';
import { eventsOf } from '../../support/log.ts';
import { accessTold, tellMember, toldMember, type NetworkSeen } from '../../support/members.ts';
import { aDraft, coordinatorOf, giveMeeting } from '../../support/meetings.ts';
import { aMember, makeMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('setNetwork', () => {
  const world = useWorld();
  const set = (over: object = {}) => ({ district: 'wlochy', enabled: true, unansweredDays: 14, ...over });
  const networksOf = async (by: Actor) => dataOf(await by.send<{ me: { networks: string[] } }>('query { me { networks } }')).me.networks;
  const audited = () =>
    world.orm.em.fork().execute(`select action, actor_id, subject_type, district, reason from audit_entry where action = 'network.set'`);

  it('switches on what did not run, for the district’s own coordinator', async () => {
    const ewa = await signIn(world, 'DISTRICT_COORDINATOR', 'wola');
    expect(await toldMember<NetworkSeen>(ewa, 'setNetwork', set({ district: 'wola', unansweredDays: 30 }))).toEqual({
      ...{ district: 'wola', enabled: true, unansweredDays: 30, version: 2, members: 0, asked: 0 },
    });
    expect(await audited()).toEqual([
      { action: 'network.set', actor_id: ewa.personId, subject_type: 'network', district: 'wola', reason: 'ON' },
    ]);
  });

  it('switches off: members are inside no more until it is on again, and their pages learn of it', async () => {
    const admin = await signIn(world, 'ADMIN');
    const { actor: olga, membershipId } = await aMember(world);
    const { actor: jan, organisationId } = await aMember(world, 'ochota');
    const asked = await makeMember(world, 'wlochy', organisationId, 'ASKED');
    const before = (await accessTold(world)).length;

    expect(await toldMember<NetworkSeen>(admin, 'setNetwork', set({ enabled: false }))).toMatchObject({
      enabled: false,
      members: 1,
      asked: null,
    });

    expect(await networksOf(olga)).toEqual([]);
    expect(await networksOf(jan)).toEqual(['ochota']);
    expect((await accessTold(world)).slice(before)).toEqual([olga.personId]);
    for (const id of [membershipId, asked])
      expect(await eventsOf(world, id)).toMatchObject([{ topic: 'network', scope: 'wlochy', version: 1 }]);

    await toldMember(admin, 'setNetwork', set());
    expect(await networksOf(olga)).toEqual(['wlochy']);
    expect((await accessTold(world)).slice(before)).toEqual([olga.personId, olga.personId]);
  });

  it('sets the days without anybody’s page being closed', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    await aMember(world);
    const before = await accessTold(world);
    expect(await toldMember<NetworkSeen>(marta, 'setNetwork', set({ unansweredDays: 7 }))).toMatchObject({ unansweredDays: 7, version: 2 });
    expect(await accessTold(world)).toEqual(before);
  });

  it('stays on while meetings are ahead, and says how many', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    for (const [state, from, to] of [
      ['PUBLISHED', 3600, 7200],
      ['RUNNING', -3600, -60],
      ['PUBLISHED', -7200, -3600],
      ['DRAFT', 3600, 7200],
      ['CANCELLED', 3600, 7200],
    ] as const)
      await plant(marta, state, from, to);
    const before = await snapshotOf(world);
    expect(errorOf(await tellMember(marta, 'setNetwork', set({ enabled: false }))).fields).toEqual([
      { path: 'enabled', rule: 'upcomingMeetings', limit: 2 },
    ]);
    expect(await snapshotOf(world)).toBe(before);
    await world.orm.em
      .fork()
      .execute(`delete from meeting where state = 'RUNNING' or (state = 'PUBLISHED' and ends_at > ?)`, [world.clock.now()]);
    expect(await toldMember<NetworkSeen>(marta, 'setNetwork', set({ enabled: false }))).toMatchObject({ enabled: false });
  });

  it('is not switched off under a meeting that is being published at the same time', async () => {
    const marta = await coordinatorOf(world);
    const { id } = await aDraft(marta);
    const [off, published] = await Promise.all([
      tellMember(marta, 'setNetwork', set({ enabled: false })),
      giveMeeting(marta, 'publishMeeting', { id }),
    ]);
    const told = [off, published].flatMap(({ errors = [] }) =>
      errors.map(({ extensions }) => extensions.conflict?.state ?? extensions.fields?.[0]?.rule),
    );
    expect(['OFF', 'upcomingMeetings']).toContain(told.join());
  });

  it('publishes no meeting while it is off', async () => {
    const marta = await coordinatorOf(world);
    const { id } = await aDraft(marta);
    await toldMember(marta, 'setNetwork', set({ enabled: false }));
    const before = await snapshotOf(world);
    expect(errorOf(await giveMeeting(marta, 'publishMeeting', { id }))).toMatchObject({ code: 'CONFLICT', conflict: { state: 'OFF' } });
    expect(await snapshotOf(world)).toBe(before);
  });

  it.each([
    [{ unansweredDays: 0 }, 'unansweredDays', 'tooSmall'],
    [{ unansweredDays: 91 }, 'unansweredDays', 'tooLarge'],
    [{ district: 'krakow' }, 'district', 'district'],
  ])('refuses %j: %s %s', async (over, path, rule) => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const before = await snapshotOf(world);
    expect(errorOf(await tellMember(marta, 'setNetwork', set(over))).fields).toMatchObject([{ path, rule }]);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('answers the same again for the same key', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const input = { key: newId(), ...set({ unansweredDays: 21 }) };
    const first = await toldMember<NetworkSeen>(marta, 'setNetwork', input);
    const before = await snapshotOf(world);
    expect(await toldMember<NetworkSeen>(marta, 'setNetwork', input)).toEqual(first);
    expect(await snapshotOf(world)).toBe(before);
  });

  async function plant({ personId }: Actor, state: string, from: number, to: number): Promise<void> {
    const now = world.clock.now();
    const [starts, ends, running] = [world.clock.in(from), world.clock.in(to), state === 'RUNNING'];
    await world.orm.em.fork().execute(
      `insert into meeting (id, district, title, place, online, starts_at, ends_at, seats, sign_up_until, state, called_by_id, created_at, started_at,
         leader_id, cancelled_at, deputy_ids, next_place, sequence, details_version, version)
       values (?, 'wlochy', 'Spotkanie Sieci', 'Rejonowa 6/8', false, ?, ?, 5, ?, ?, ?, ?, ?, ?, ?, '{}', 1, 0, 1, 1)`,
      [
        newId(),
        starts,
        ends,
        starts,
        state,
        personId,
        now,
        running ? now : null,
        running ? personId : null,
        state === 'CANCELLED' ? now : null,
      ],
    );
  }
});
