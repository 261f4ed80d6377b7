import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { anOrganisation, newPool, tell, told, type OrganisationView } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('withdrawPool', () => {
  const world = useWorld();

  it('offers a pool no more, with an event for its districts and an audit entry; once', async () => {
    const { id, coordinator: olga } = await anOrganisation(world, await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy'));
    const [pool, kept] = [newPool(id, { districts: ['wola'] }), newPool(id)];
    await told(olga, 'offerPool', pool);
    await told(olga, 'offerPool', kept);
    world.clock.advance(60);

    const { pools } = await told<OrganisationView>(olga, 'withdrawPool', { id: pool.id });

    expect(pools.map((each) => each.id)).toEqual([kept.id]);
    expect((await eventsOf(world, id)).slice(-2)).toMatchObject([
      { topic: 'organisation', scope: 'wlochy' },
      { topic: 'organisation', scope: 'wola' },
    ]);
    expect((await auditOf(world, pool.id)).at(-1)).toMatchObject({ action: 'pool.write', actor_id: olga.personId, subject_type: 'pool' });
    expect(errorOf(await tell(olga, 'withdrawPool', { id: pool.id })).code).toBe('NOT_FOUND');
  });
});
