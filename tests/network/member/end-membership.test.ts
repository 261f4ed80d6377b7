import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { dataOf, errorOf } from '../../support/client.ts';
import type { Actor } from '../../support/actors.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { accessTold, entry, membersOf, strangers, tellMember, toldMember } from '../../support/members.ts';
import { aMeeting, answer, answered, coordinatorOf } from '../../support/meetings.ts';
import { aMember, type Member } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('endMembership', () => {
  const world = useWorld();
  const networksOf = async (by: Actor) => dataOf(await by.send<{ me: { networks: string[] } }>('query { me { networks } }')).me.networks;

  it('leaves: inside no more, and how it was reached is forgotten', async () => {
    const { actor: olga, membershipId: id, organisationId, organisationName } = await aMember(world);
    await toldMember(olga, 'describeMember', { id, version: 1, ...entry() });
    const before = (await accessTold(world)).length;

    expect(await toldMember(olga, 'endMembership', { id })).toMatchObject({ state: 'LEFT', version: 3, hasEmail: false, hasPhone: false });

    expect(await networksOf(olga)).toEqual([]);
    expect((await accessTold(world)).slice(before)).toEqual([olga.personId]);
    expect(await world.orm.em.fork().execute('select * from network_member_private')).toEqual([]);
    expect((await eventsOf(world, id)).slice(1)).toMatchObject([
      { topic: 'network', scope: 'wlochy', version: 3 },
      { topic: 'membership', scope: organisationId, version: 3 },
    ]);
    expect((await auditOf(world, id)).filter(({ reason }) => reason === 'LEFT')).toMatchObject([
      { action: 'membership.write', actor_id: olga.personId, subject_label: organisationName, outcome: 'DONE' },
    ]);
  });

  it('is ended by the district’s coordinator', async () => {
    const { marta } = await strangers(world);
    const { actor: olga, membershipId: id } = await aMember(world);
    expect(await toldMember(marta, 'endMembership', { id })).toMatchObject({ state: 'LEFT' });
    expect(await networksOf(olga)).toEqual([]);
    expect((await membersOf(marta)).rows).toEqual([]);
    expect(await auditOf(world, id)).toMatchObject([{ action: 'network.admit', actor_id: marta.personId }]);
  });

  it('takes back a question that is open', async () => {
    const [asking, invited] = [await strangers(world), await strangers(world)];
    const asked = await toldMember(asking.olga, 'askToJoin', asking.pair());
    const invitation = await toldMember(invited.marta, 'inviteOrganisation', invited.pair());
    const before = await accessTold(world);
    expect(await toldMember(asking.olga, 'endMembership', { id: asked.id })).toMatchObject({ state: 'LEFT' });
    expect(await toldMember(invited.marta, 'endMembership', { id: invitation.id })).toMatchObject({ state: 'LEFT' });
    expect(await accessTold(world)).toEqual(before);
  });

  it('gives the seats at meetings ahead to those who wait, and leaves other organisations’ where they are', async () => {
    const [leaving, staying, waiting] = [await aMember(world), await aMember(world), await aMember(world)];
    const { id } = await aMeeting(await coordinatorOf(world), { seats: 2 });
    for (const member of [leaving, staying, waiting]) await answered(member, id);

    await toldMember(leaving.actor, 'endMembership', { id: leaving.membershipId });

    const rows = await world.orm.em
      .fork()
      .execute<{ person_id: string; state: string; seat: number | null }[]>(
        'select person_id, state, seat from rsvp where meeting_id = ?',
        [id],
      );
    const seatOf = ({ actor }: Member) => rows.flatMap((row) => (row.person_id === actor.personId ? [[row.state, row.seat]] : []));
    expect([seatOf(leaving), seatOf(staying), seatOf(waiting)]).toEqual([[['DECLINED', null]], [['ACCEPTED', 2]], [['ACCEPTED', 1]]]);
    expect(errorOf(await answer(leaving, id)).code).toBe('NOT_FOUND');
  });

  it('ends once, and answers the same again for the same key', async () => {
    const { actor: olga, membershipId: id } = await aMember(world);
    const input = { key: newId(), id };
    const first = await toldMember(olga, 'endMembership', input);
    const before = await snapshotOf(world);
    expect(await toldMember(olga, 'endMembership', input)).toEqual(first);
    expect(errorOf(await tellMember(olga, 'endMembership', { id }))).toMatchObject({ code: 'CONFLICT', conflict: { state: 'LEFT' } });
    expect(errorOf(await tellMember(olga, 'endMembership', { id: newId() })).code).toBe('NOT_FOUND');
    expect(await snapshotOf(world)).toBe(before);
  });

  it('leaves once of two who press at once', async () => {
    const { marta } = await strangers(world);
    const { actor: olga, membershipId: id } = await aMember(world);
    const answers = await Promise.all([marta, olga].map((by) => tellMember(by, 'endMembership', { id })));
    expect(answers.flatMap(({ data }) => (data ? [data.done.state] : []))).toEqual(['LEFT']);
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.conflict?.state) ?? [])).toEqual(['LEFT']);
  });
});
