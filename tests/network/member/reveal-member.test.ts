import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../../support/actors.ts';
import { errorOf } from '../../support/client.ts';
import { auditOf, eventsOf } from '../../support/log.ts';
import { entry, tellMember, toldMember } from '../../support/members.ts';
import { aMember, makeMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

describe('revealMember', () => {
  const world = useWorld();
  const reached = { name: 'Olga Wilga', email: 'sasiedzi@example.org', phone: '+48220000134' };

  it('shows how an organisation is reached to everybody inside, and writes down who looked and when', async () => {
    const { actor: olga, membershipId: id, organisationName } = await aMember(world);
    const { actor: jan } = await aMember(world);
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    await toldMember(olga, 'describeMember', { id, version: 1, ...entry() });
    world.clock.advance(60);
    const revealedAt = world.clock.now().toISOString();

    for (const by of [jan, marta, olga]) expect(await toldMember(by, 'revealMember', { id })).toEqual({ id, revealedAt, ...reached });

    const looked = (await auditOf(world, id)).filter(({ action }) => action === 'network.reveal');
    // of one instant: in no order
    expect(looked.map(({ actor_id }) => actor_id).toSorted()).toEqual([jan.personId, marta.personId, olga.personId].toSorted());
    expect(looked[0]).toMatchObject({ outcome: 'DONE', subject_label: organisationName, district: 'wlochy', to_name: null, reason: null });
    expect(await eventsOf(world, id)).toHaveLength(1);
    const [{ answers } = { answers: '' }] = await world.orm.em
      .fork()
      .execute<{ answers: string }[]>(`select string_agg(answer::text, ' ') as answers from command_key`);
    expect(answers).not.toMatch(/sasiedzi@|220000134/);
  });

  it('has nothing to show where nothing was written', async () => {
    const { actor, membershipId: id } = await aMember(world);
    expect(await toldMember(actor, 'revealMember', { id })).toMatchObject({ name: null, email: null, phone: null });
  });

  it('is for nobody outside, and about nobody outside', async () => {
    const { membershipId: id, organisationId } = await aMember(world);
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'ochota');
    const { actor: elsewhere } = await aMember(world, 'ochota');
    for (const by of [marta, elsewhere]) expect(errorOf(await tellMember(by, 'revealMember', { id })).code).toBe('NOT_FOUND');
    const asked = await makeMember(world, 'ochota', organisationId, 'ASKED');
    for (const by of [marta, elsewhere]) expect(errorOf(await tellMember(by, 'revealMember', { id: asked })).code).toBe('NOT_FOUND');
  });

  it('shows it again to a repeated key within a minute only, and only to who is inside still', async () => {
    const { membershipId: id } = await aMember(world);
    const { actor: jan, membershipId } = await aMember(world);
    const input = { key: newId(), id };
    const first = await toldMember(jan, 'revealMember', input);
    expect(await toldMember(jan, 'revealMember', input)).toEqual(first);
    expect(await auditOf(world, id)).toHaveLength(1);
    world.clock.advance(60.001);
    expect(errorOf(await tellMember(jan, 'revealMember', input)).fields).toEqual([{ path: 'key', rule: 'keyReused' }]);
    world.clock.advance(-60);
    await toldMember(jan, 'endMembership', { id: membershipId });
    expect(errorOf(await tellMember(jan, 'revealMember', input)).code).toBe('NOT_FOUND');
  });
});
