import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { signIn } from '../support/actors.ts';
import { OWN, permissions } from '../support/permissions.ts';
import { HOSTS } from '../support/roster-permissions.ts';
import { anOrganisation, newPool, rosterDocument, told } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('withdrawPool permissions', () => {
  permissions(useWorld(), {
    action: 'pool.write',
    allowed: ['ORGANISATION_COORDINATOR'],
    scopes: { ORGANISATION_COORDINATOR: HOSTS },
    async prepare(world) {
      const marta = await signIn(world, 'DISTRICT_COORDINATOR', OWN);
      const { coordinator } = await anOrganisation(world, marta, { id: HOSTS[OWN] });
      const pool = newPool(HOSTS[OWN]);
      await told(coordinator, 'offerPool', pool);
      const withdrawing = (id: string) => ({ document: rosterDocument('withdrawPool'), variables: { input: { key: newId(), id } } });
      return { subjectId: pool.id, operation: () => withdrawing(pool.id), missing: () => withdrawing(newId()) };
    },
  });
});
