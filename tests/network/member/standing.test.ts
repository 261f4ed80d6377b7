import { describe, expect, it } from 'vitest';
import { dataOf } from '../../support/client.ts';
import { aMember, makeMember } from '../../support/network.ts';
import { useWorld } from '../../support/world.ts';

const ME = 'query { me { networks grants { role } } }';

describe('standing in a Network', () => {
  const world = useWorld();
  const networks = async (by: Awaited<ReturnType<typeof aMember>>['actor']) =>
    dataOf(await by.send<{ me: { networks: string[]; grants: { role: string }[] } }>(ME)).me;

  it('follows from the organisation’s membership, district by district, and is no role of the person’s own', async () => {
    const { actor, organisationId } = await aMember(world, 'wlochy');
    await makeMember(world, 'ochota', organisationId);
    const me = await networks(actor);
    expect(me.networks.toSorted()).toEqual(['ochota', 'wlochy']);
    expect(me.grants).toEqual([{ role: 'ORGANISATION_COORDINATOR' }]);
    await world.orm.em.fork().execute(`update network_member set state = 'LEFT' where district = 'ochota'`);
    expect((await networks(actor)).networks).toEqual(['wlochy']);
    await world.orm.em.fork().execute(`update network set enabled = false, version = 2 where district = 'wlochy'`);
    expect((await networks(actor)).networks).toEqual([]);
  });

  it('is there again for the next test', async () => {
    expect((await networks((await aMember(world, 'wlochy')).actor)).networks).toEqual(['wlochy']);
  });
});
