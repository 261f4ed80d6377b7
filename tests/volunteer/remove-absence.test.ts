import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { signIn } from '../support/actors.ts';
import { errorOf } from '../support/client.ts';
import { auditOf, eventsOf } from '../support/log.ts';
import { aVolunteer, aVolunteerSignedIn, tell, told, type Availability } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('removeAbsence', () => {
  const world = useWorld();

  it('takes an absence back, with an event and an audit entry', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const { volunteer, actor: kinga } = await aVolunteerSignedIn(world, marta);
    const away = { id: newId(), volunteerId: volunteer.id, from: '2026-11-27', to: '2026-11-30' };
    await told(marta, 'addAbsence', away);
    world.clock.advance(60);

    const view = await told<Availability>(kinga, 'removeAbsence', { id: away.id, volunteerId: volunteer.id });

    expect(view).toMatchObject({ version: 3, absences: [] });
    expect((await eventsOf(world, volunteer.id)).at(-1)).toMatchObject({ topic: 'volunteer', scope: 'wlochy', version: 3 });
    expect((await auditOf(world, volunteer.id)).at(-1)).toMatchObject({ action: 'availability.write', actor_id: kinga.personId });
  });

  it('finds no absence that is gone or another’s', async () => {
    const marta = await signIn(world, 'DISTRICT_COORDINATOR', 'wlochy');
    const [one, other] = [await aVolunteer(marta), await aVolunteer(marta)];
    const away = { id: newId(), volunteerId: one.id, from: '2026-11-27', to: '2026-11-30' };
    await told(marta, 'addAbsence', away);
    expect(errorOf(await tell(marta, 'removeAbsence', { id: away.id, volunteerId: other.id })).code).toBe('NOT_FOUND');
    await told(marta, 'removeAbsence', { id: away.id, volunteerId: one.id });
    expect(errorOf(await tell(marta, 'removeAbsence', { id: away.id, volunteerId: one.id })).code).toBe('NOT_FOUND');
  });
});
