import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { entry, membersOf, tellMember, toldMember } from '../../support/members.ts';
import { aMember, makeMember } from '../../support/network.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { useWorld } from '../../support/world.ts';

describe('describeMember', () => {
  const world = useWorld();

  it('says what the organisation does to everybody inside, and only whether it can be reached', async () => {
    const { actor: olga, membershipId: id, organisationName } = await aMember(world);
    const { actor: jan } = await aMember(world);

    const row = await toldMember(olga, 'describeMember', { id, version: 1, ...entry() });

    expect(row).toMatchObject({ version: 2, does: 'Sąsiedzkie zakupy i rozmowy przy herbacie.', hasEmail: true, hasPhone: true });
    const { rows } = await membersOf(jan);
    expect(rows.find((other) => other.id === id)).toEqual(row);
    expect(JSON.stringify(rows)).not.toMatch(/sasiedzi@example|00134|000 01 34/);
    expect(await eventsOf(world, id)).toMatchObject([{ topic: 'network', scope: 'wlochy', version: 2 }]);
    expect(await auditOf(world, id)).toMatchObject([
      { action: 'membership.write', actor_id: olga.personId, subject_label: organisationName, reason: null, to_name: null },
    ]);
  });

  it('takes text as it is pasted, and empties what is left empty', async () => {
    const { actor: olga, membershipId: id } = await aMember(world);
    const does = 'Zakupy\u00A0dla seniorów\r\n\u2022 spacery\u00AD\u200B  \n\n\n\n\u2022 rozmowy';
    const first = await toldMember(olga, 'describeMember', {
      id,
      version: 1,
      ...entry({ does, contactPhone: '601000123', contactEmail: ' ' }),
    });
    expect(first).toMatchObject({ does: 'Zakupy dla seniorów\n- spacery\n\n- rozmowy', hasEmail: false, hasPhone: true });
    const empty = { does: ' ', contactName: '', contactEmail: '', contactPhone: '' };
    expect(await toldMember(olga, 'describeMember', { id, version: 2, ...empty })).toMatchObject({
      ...{ version: 3, does: null, hasEmail: false, hasPhone: false },
    });
  });

  it('is for the district’s coordinator too', async () => {
    const { membershipId: id } = await aMember(world);
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    expect(await toldMember(marta, 'describeMember', { id, version: 1, ...entry() })).toMatchObject({ version: 2 });
    expect(await auditOf(world, id)).toMatchObject([{ action: 'network.admit', actor_id: marta.personId }]);
  });

  it.each([
    [{ does: 'a'.repeat(1001) }, 'does', 'tooLong'],
    [{ contactName: 'a'.repeat(121) }, 'contactName', 'tooLong'],
    [{ contactEmail: 'olga' }, 'contactEmail', 'email'],
    [{ contactPhone: '12' }, 'contactPhone', 'phone'],
  ])('refuses %j: %s %s', async (over, path, rule) => {
    const { actor: olga, membershipId: id } = await aMember(world);
    const before = await snapshotOf(world);
    expect(errorOf(await tellMember(olga, 'describeMember', { id, version: 1, ...entry(over) })).fields).toMatchObject([{ path, rule }]);
    expect(await snapshotOf(world)).toBe(before);
  });

  it('loses nobody’s words: of two at once one is told that it is late', async () => {
    const { actor: olga, membershipId: id } = await aMember(world);
    const answers = await Promise.all(
      ['zakupy', 'spacery'].map((does) => tellMember(olga, 'describeMember', { id, version: 1, ...entry({ does }) })),
    );
    expect(answers.filter(({ data }) => data?.done.version === 2)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions) ?? [])).toEqual([{ code: 'STALE', version: 2 }]);
  });

  it.each(['ASKED', 'INVITED', 'REFUSED', 'LEFT'])('is not for one that is not inside: %s', async (state) => {
    const { actor: olga, organisationId } = await aMember(world, 'ochota');
    const id = await makeMember(world, 'wlochy', organisationId, state);
    const before = await snapshotOf(world);
    expect(errorOf(await tellMember(olga, 'describeMember', { id, version: 1, ...entry() }))).toMatchObject({
      ...{ code: 'CONFLICT', conflict: { state } },
    });
    expect(errorOf(await tellMember(olga, 'describeMember', { id: newId(), version: 1, ...entry() })).code).toBe('NOT_FOUND');
    expect(await snapshotOf(world)).toBe(before);
  });
});
