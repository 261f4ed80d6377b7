import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { signIn } from '../support/actors.ts';
import { OWN, permissions } from '../support/permissions.ts';
import { HOSTS } from '../support/roster-permissions.ts';
import { anOrganisation, aVolunteer, rosterDocument, told } from '../support/volunteers.ts';
import type { Actor } from '../support/actors.ts';
import { useWorld } from '../support/world.ts';

async function anAbsence(by: Actor, over: object = {}) {
  const { id: volunteerId } = await aVolunteer(by, over);
  const id = newId();
  await told(by, 'addAbsence', { id, volunteerId, from: '2026-11-27', to: '2026-11-30' });
  const removing = (of: { id: string; volunteerId: string }) => ({
    document: rosterDocument('removeAbsence'),
    variables: { input: { key: newId(), ...of } },
  });
  return {
    subjectId: volunteerId,
    operation: () => removing({ id, volunteerId }),
    missing: () => removing({ id, volunteerId: newId() }),
  };
}

describe('removeAbsence permissions', () => {
  const world = useWorld();
  const scopes = { ORGANISATION_COORDINATOR: HOSTS };

  describe('about a volunteer of the district', () => {
    permissions(world, {
      ...{ action: 'availability.write', allowed: ['DISTRICT_COORDINATOR'], scopes },
      prepare: async () => anAbsence(await signIn(world, 'DISTRICT_COORDINATOR', OWN)),
    });
  });

  describe('about a volunteer of an organisation', () => {
    permissions(world, {
      ...{ action: 'availability.write', allowed: ['ORGANISATION_COORDINATOR'], scopes },
      async prepare() {
        const { coordinator } = await anOrganisation(world, await signIn(world, 'DISTRICT_COORDINATOR', OWN), { id: HOSTS[OWN] });
        return anAbsence(coordinator, { organisationId: HOSTS[OWN] });
      },
    });
  });
});
