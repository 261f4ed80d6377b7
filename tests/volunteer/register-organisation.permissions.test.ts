import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { permissions } from '../support/permissions.ts';
import { newOrganisation, rosterDocument } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('registerOrganisation permissions', () => {
  permissions(useWorld(), {
    action: 'organisation.register',
    allowed: ['DISTRICT_COORDINATOR'],
    prepare() {
      const input = { key: newId(), ...newOrganisation() };
      return Promise.resolve({
        subjectId: input.id,
        operation: () => ({ document: rosterDocument('registerOrganisation'), variables: { input } }),
      });
    },
  });
});
