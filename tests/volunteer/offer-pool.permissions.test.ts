import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { signIn } from '../support/actors.ts';
import { OWN, permissions } from '../support/permissions.ts';
import { HOSTS } from '../support/roster-permissions.ts';
import { anOrganisation, newPool, rosterDocument } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('offerPool permissions', () => {
  permissions(useWorld(), {
    action: 'pool.write',
    allowed: ['ORGANISATION_COORDINATOR'],
    scopes: { ORGANISATION_COORDINATOR: HOSTS },
    async prepare(world) {
      const { id } = await anOrganisation(world, await signIn(world, 'DISTRICT_COORDINATOR', OWN), { id: HOSTS[OWN] });
      const offering = (of: string) => ({ document: rosterDocument('offerPool'), variables: { input: { key: newId(), ...newPool(of) } } });
      return { subjectId: id, operation: () => offering(id), missing: () => offering(newId()) };
    },
  });
});
