import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { accessTold, membersOf, strangers, tellMember, toldMember } from '../../support/members.ts';
import { aMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('askToJoin', () => {
  const world = useWorld();

  it('puts the organisation among those who wait for the district’s coordinator', async () => {
    const { marta, olga, organisationId, name, pair } = await strangers(world);
    const before = (await accessTold(world)).length;
    const input = pair();

    const row = await toldMember(olga, 'askToJoin', input);

    expect(row).toEqual({
      ...{ id: input.id, version: 1, district: 'wlochy', organisation: { id: organisationId, name }, state: 'ASKED' },
      ...{ since: world.clock.now().toISOString(), does: null, coordinators: ['Olga Wilga'], hasEmail: false, hasPhone: false },
    });
    expect((await membersOf(marta)).rows).toEqual([row]);
    expect(await eventsOf(world, input.id)).toMatchObject([
      { topic: 'network', scope: 'wlochy', version: 1 },
      { topic: 'membership', scope: organisationId, version: 1 },
    ]);
    expect(await auditOf(world, input.id)).toEqual([
      {
        ...{ action: 'membership.write', actor_id: olga.personId, actor_name: 'Olga Wilga', outcome: 'DONE', reason: 'ASKED' },
        ...{ subject_type: 'network', subject_label: name, district: 'wlochy', to_name: null },
      },
    ]);
    // nobody may do more yet
    expect(await accessTold(world)).toHaveLength(before);
  });

  it('lets an organisation in at once that was invited', async () => {
    const { marta, olga, pair } = await strangers(world);
    const invited = await toldMember(marta, 'inviteOrganisation', pair());
    expect(await toldMember(olga, 'askToJoin', pair())).toMatchObject({ id: invited.id, state: 'MEMBER', version: 2 });
    expect((await accessTold(world)).at(-1)).toBe(olga.personId);
  });

  it.each([
    ['REFUSED', (by: Actor, id: string) => toldMember(by, 'answerMembership', { id, accepted: false })],
    ['LEFT', (by: Actor, id: string) => toldMember(by, 'endMembership', { id })],
  ])('takes up where these two have met before: %s', async (state, end) => {
    const { marta, olga, pair } = await strangers(world);
    const { id } = await toldMember(olga, 'askToJoin', pair());
    expect(await end(marta, id)).toMatchObject({ state });
    world.clock.advance(60);
    const since = world.clock.now().toISOString();
    expect(await toldMember(olga, 'askToJoin', pair())).toMatchObject({ id, state: 'ASKED', version: 3, since });
  });

  it('says where it stands already instead of asking twice', async () => {
    const { olga, pair } = await strangers(world);
    const { since } = await toldMember(olga, 'askToJoin', pair());
    const member = await aMember(world);
    const before = await snapshotOf(world);
    expect(errorOf(await tellMember(olga, 'askToJoin', pair()))).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { state: 'ASKED', by: null, at: since } },
    });
    const again = { id: newId(), district: 'wlochy', organisationId: member.organisationId };
    expect(errorOf(await tellMember(member.actor, 'askToJoin', again))).toMatchObject({ conflict: { state: 'MEMBER' } });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('finds no Network where none runs', async () => {
    const { olga, pair } = await strangers(world);
    const before = await snapshotOf(world);
    expect(errorOf(await tellMember(olga, 'askToJoin', { ...pair(), district: 'wola' })).code).toBe('NOT_FOUND');
    expect(errorOf(await tellMember(olga, 'askToJoin', { ...pair(), district: 'krakow' })).fields).toEqual([
      { path: 'district', rule: 'district' },
    ]);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('makes one membership of two questions at once, and answers the same again for the same key', async () => {
    const { marta, olga, pair } = await strangers(world);
    const answers = await Promise.all([tellMember(olga, 'askToJoin', pair()), tellMember(marta, 'inviteOrganisation', pair())]);
    expect(answers.map(({ data }) => data?.done.state).toSorted()).toContain('MEMBER');
    const { rows } = await membersOf(marta);
    expect(rows).toMatchObject([{ state: 'MEMBER' }]);

    const other = await strangers(world);
    const input = { key: newId(), ...other.pair() };
    const first = await toldMember(other.olga, 'askToJoin', input);
    const before = await snapshotOf(world);
    expect(await toldMember(other.olga, 'askToJoin', input)).toEqual(first);
    expect(await snapshotOf(world)).toBe(before);
    const third = await strangers(world);
    expect(errorOf(await tellMember(third.olga, 'askToJoin', { ...third.pair(), id: input.id })).fields).toEqual([
      { path: 'id', rule: 'taken' },
    ]);
  });
});
