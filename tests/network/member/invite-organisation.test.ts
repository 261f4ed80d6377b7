import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { accessTold, myMembershipsOf, strangers, tellMember, toldMember } from '../../support/members.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { anOrganisation } from '../../support/volunteers.ts';
import { useWorld } from '../../support/world.ts';

describe('inviteOrganisation', () => {
  const world = useWorld();

  it('asks an organisation, which sees it among its own', async () => {
    const { marta, olga, organisationId, name, pair } = await strangers(world);
    const input = pair();

    const row = await toldMember(marta, 'inviteOrganisation', input);

    expect(row).toMatchObject({ id: input.id, state: 'INVITED', version: 1, organisation: { id: organisationId, name } });
    expect((await myMembershipsOf(olga)).rows).toEqual([row]);
    expect(await eventsOf(world, input.id)).toMatchObject([
      { topic: 'network', scope: 'wlochy', version: 1 },
      { topic: 'membership', scope: organisationId, version: 1 },
    ]);
    expect(await auditOf(world, input.id)).toEqual([
      {
        ...{ action: 'network.admit', actor_id: marta.personId, actor_name: marta.name, outcome: 'DONE', reason: 'INVITED' },
        ...{ subject_type: 'network', subject_label: name, district: 'wlochy', to_name: null },
      },
    ]);
  });

  it('lets an organisation in at once that asked', async () => {
    const { marta, olga, pair } = await strangers(world);
    const { id } = await toldMember(olga, 'askToJoin', pair());
    expect(await toldMember(marta, 'inviteOrganisation', pair())).toMatchObject({ id, state: 'MEMBER', version: 2 });
    expect((await accessTold(world)).at(-1)).toBe(olga.personId);
  });

  it('asks again one that has left', async () => {
    const { membershipId: id, organisationId, actor } = await aMember(world);
    await toldMember(actor, 'endMembership', { id });
    const { marta } = await strangers(world);
    expect(await toldMember(marta, 'inviteOrganisation', { id: newId(), district: 'wlochy', organisationId })).toMatchObject({
      ...{ id, state: 'INVITED', version: 3 },
    });
  });

  it('asks one that is registered elsewhere and serves the district, and knows of no other', async () => {
    const there = await strangers(world, 'ochota');
    const { marta } = await strangers(world);
    const [serving, far] = [
      await anOrganisation(world, there.marta, { district: 'ochota', districts: ['ochota', 'wlochy'] }),
      await anOrganisation(world, there.marta, { district: 'ochota', districts: ['ochota'] }),
    ];
    const invite = (organisationId: string, district = 'wlochy') =>
      tellMember(marta, 'inviteOrganisation', { id: newId(), district, organisationId });
    expect((await invite(serving.id)).data?.done.state).toBe('INVITED');
    const before = await snapshotOf(world);
    expect(errorOf(await invite(far.id)).code).toBe('NOT_FOUND');
    expect(errorOf(await invite(newId())).code).toBe('NOT_FOUND');
    expect(await snapshotOf(world)).toBe(before);
  });

  it('says where it stands already instead of asking twice; with the same key it answers the same', async () => {
    const { marta, pair } = await strangers(world);
    const input = { key: newId(), ...pair() };
    const first = await toldMember(marta, 'inviteOrganisation', input);
    const before = await snapshotOf(world);
    expect(await toldMember(marta, 'inviteOrganisation', input)).toEqual(first);
    expect(errorOf(await tellMember(marta, 'inviteOrganisation', pair()))).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { state: 'INVITED', at: first.since } },
    });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('makes one membership of two invitations at once', async () => {
    const { marta, pair } = await strangers(world);
    const answers = await Promise.all([1, 2, 3].map(() => tellMember(marta, 'inviteOrganisation', pair())));
    expect(answers.filter(({ data }) => data?.done.state === 'INVITED')).toHaveLength(1);
    expect(answers.filter(({ errors }) => errors?.[0]?.extensions.conflict?.state === 'INVITED')).toHaveLength(2);
  });
});
