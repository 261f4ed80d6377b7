import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { dataOf, errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { accessTold, another, membersOf, strangers, tellMember, toldMember } from '../../support/members.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('answerMembership', () => {
  const world = useWorld();

  it('lets in who asked: each coordinator is inside from then on', async () => {
    const { marta, olga, organisationId, name, pair } = await strangers(world);
    const jan = await another(world, organisationId);
    const { id } = await toldMember(olga, 'askToJoin', pair());
    const before = (await accessTold(world)).length;
    world.clock.advance(3600);

    const row = await toldMember(marta, 'answerMembership', { id, accepted: true });

    expect(row).toMatchObject({ id, state: 'MEMBER', version: 2, since: world.clock.now().toISOString() });
    expect((await membersOf(olga)).rows).toEqual([row]);
    expect(dataOf(await jan.send<{ me: { networks: string[] } }>('query { me { networks } }')).me.networks).toEqual(['wlochy']);
    expect((await accessTold(world)).slice(before).toSorted()).toEqual([olga.personId, jan.personId].toSorted());
    expect((await eventsOf(world, id)).slice(2)).toMatchObject([
      { topic: 'network', scope: 'wlochy', version: 2 },
      { topic: 'membership', scope: organisationId, version: 2 },
    ]);
    expect((await auditOf(world, id)).at(-1)).toEqual({
      ...{ action: 'network.admit', actor_id: marta.personId, actor_name: marta.name, outcome: 'DONE', reason: 'MEMBER' },
      ...{ subject_type: 'network', subject_label: name, district: 'wlochy', to_name: null },
    });
  });

  it('refuses who asked: nobody may do more, and nobody sees it in the directory', async () => {
    const { marta, olga, pair } = await strangers(world);
    const { id } = await toldMember(olga, 'askToJoin', pair());
    const before = (await accessTold(world)).length;
    expect(await toldMember(marta, 'answerMembership', { id, accepted: false })).toMatchObject({ state: 'REFUSED', version: 2 });
    expect((await membersOf(marta)).rows).toEqual([]);
    expect(await accessTold(world)).toHaveLength(before);
  });

  it.each([
    [true, 'MEMBER'],
    [false, 'LEFT'],
  ])('answers an invitation for the organisation: %s', async (accepted, state) => {
    const { marta, olga, pair } = await strangers(world);
    const { id } = await toldMember(marta, 'inviteOrganisation', pair());
    world.clock.advance(1);
    expect(await toldMember(olga, 'answerMembership', { id, accepted })).toMatchObject({ state, version: 2 });
    expect((await auditOf(world, id)).at(-1)).toMatchObject({ action: 'membership.write', actor_id: olga.personId, reason: state });
  });

  it('is not for the side that asked, and is written down as what it tried', async () => {
    const [asking, invited] = [await strangers(world), await strangers(world)];
    const asked = await toldMember(asking.olga, 'askToJoin', asking.pair());
    const invitation = await toldMember(invited.marta, 'inviteOrganisation', invited.pair());
    world.clock.advance(1);
    const before = await snapshotOf(world);
    expect(errorOf(await tellMember(asking.olga, 'answerMembership', { id: asked.id, accepted: true })).code).toBe('NOT_FOUND');
    expect(errorOf(await tellMember(invited.marta, 'answerMembership', { id: invitation.id, accepted: true })).code).toBe('NOT_FOUND');
    expect(await snapshotOf(world)).toBe(before);
    expect((await auditOf(world, asked.id)).at(-1)).toMatchObject({ action: 'network.admit', outcome: 'REFUSED' });
    expect((await auditOf(world, invitation.id)).at(-1)).toMatchObject({ action: 'membership.write', outcome: 'REFUSED' });
  });

  it('answers once: of two at the same time one wins and the other is told how it stands', async () => {
    const { marta, olga, pair } = await strangers(world);
    const { id } = await toldMember(olga, 'askToJoin', pair());
    const answers = await Promise.all([true, false].map((accepted) => tellMember(marta, 'answerMembership', { id, accepted })));
    const [won] = answers.flatMap(({ data }) => (data ? [data.done.state] : []));
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.conflict?.state) ?? [])).toEqual([won]);
    const before = await snapshotOf(world);
    for (const by of [marta, olga])
      expect(errorOf(await tellMember(by, 'answerMembership', { id, accepted: true }))).toMatchObject({
        ...{ code: 'CONFLICT', conflict: { state: won } },
      });
    expect(await snapshotOf(world)).toBe(before);
  });

  it('answers the same again for the same key, to who may still see it', async () => {
    const { marta, olga, pair } = await strangers(world);
    const { id } = await toldMember(olga, 'askToJoin', pair());
    const input = { key: newId(), id, accepted: true };
    const first = await toldMember(marta, 'answerMembership', input);
    const before = await snapshotOf(world);
    expect(await toldMember(marta, 'answerMembership', input)).toEqual(first);
    expect(await snapshotOf(world)).toBe(before);
    await world.orm.em.fork().execute('delete from role_grant where person_id = ?', [marta.personId]);
    expect(errorOf(await tellMember(marta, 'answerMembership', input)).code).toBe('NOT_FOUND');
  });
});
