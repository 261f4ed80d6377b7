import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { signIn } from '../support/actors.ts';
import { OWN, permissions } from '../support/permissions.ts';
import { HOSTS } from '../support/roster-permissions.ts';
import { anOrganisation, newcomer, rosterDocument } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

const adding = (input: object) => ({ document: rosterDocument('addVolunteer'), variables: { input: { key: newId(), ...input } } });

describe('addVolunteer permissions', () => {
  const world = useWorld();

  describe('for a district', () => {
    permissions(world, {
      action: 'volunteer.write',
      allowed: ['DISTRICT_COORDINATOR'],
      scopes: { ORGANISATION_COORDINATOR: HOSTS },
      prepare() {
        const input = newcomer();
        return Promise.resolve({ subjectId: input.id, operation: () => adding(input) });
      },
    });
  });

  describe('for an organisation', () => {
    permissions(world, {
      action: 'volunteer.write',
      allowed: ['ORGANISATION_COORDINATOR'],
      scopes: { ORGANISATION_COORDINATOR: HOSTS },
      async prepare() {
        await anOrganisation(world, await signIn(world, 'DISTRICT_COORDINATOR', OWN), { id: HOSTS[OWN] });
        const input = newcomer({ organisationId: HOSTS[OWN] });
        return {
          subjectId: input.id,
          operation: () => adding(input),
          missing: () => adding({ ...input, organisationId: newId() }),
        };
      },
    });
  });
});
