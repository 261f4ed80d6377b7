import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { anOrganisation, aVolunteer, tell, told } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('revealVolunteer', () => {
  const world = useWorld();
  const reached = { email: 'kinga.jaskolka@example.org', phone: '+48220000134' };

  it('shows how a volunteer is reached to the Team of each district served, and writes down who looked, when and why', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id: organisationId, coordinator } = await anOrganisation(world, marta);
    const { id } = await aVolunteer(coordinator, { organisationId, email: reached.email, districts: ['ochota'] });
    const ewa = await signIn(world, 'TEAM_MEMBER', 'ochota');
    world.clock.advance(60);

    expect(await told(ewa, 'revealVolunteer', { id, reason: 'CALL_BACK' })).toEqual({
      ...{ id, revealedAt: world.clock.now().toISOString(), ...reached },
    });

    expect((await auditOf(world, id)).at(-1)).toEqual({
      ...{ action: 'volunteer.reveal', actor_id: ewa.personId, actor_name: ewa.name, outcome: 'DONE', reason: 'CALL_BACK' },
      ...{ subject_type: 'volunteer', subject_label: null, district: 'wlochy', to_name: 'Kinga Jaskółka' },
    });
    expect(await eventsOf(world, id)).toHaveLength(2);
    expect(errorOf(await tell(marta, 'revealVolunteer', { id, reason: 'CALL_BACK' })).code).toBe('NOT_FOUND');
  });

  it('shows it again to a repeated key within a minute only, and only to who still may', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { id } = await aVolunteer(marta, { email: reached.email });
    const input = { key: newId(), id, reason: 'VISIT' };
    const first = await told(marta, 'revealVolunteer', input);
    expect(await told(marta, 'revealVolunteer', input)).toEqual(first);
    expect((await auditOf(world, id)).filter(({ action }) => action === 'volunteer.reveal')).toHaveLength(1);
    world.clock.advance(60.001);
    expect(errorOf(await tell(marta, 'revealVolunteer', input)).fields).toEqual([{ path: 'key', rule: 'keyReused' }]);
    world.clock.advance(-60);
    await world.orm.em.fork().execute('delete from role_grant where person_id = ?', [marta.personId]);
    expect(errorOf(await tell(marta, 'revealVolunteer', input)).code).toBe('NOT_FOUND');
  });
});
