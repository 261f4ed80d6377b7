import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { permissions } from '../support/permissions.ts';
import { CREATE, intake } from '../support/requests.ts';
import { useWorld } from '../support/world.ts';

describe('createRequest permissions', () => {
  permissions(useWorld(), {
    action: 'request.intake',
    allowed: ['DISTRICT_COORDINATOR', 'TEAM_MEMBER'],
    prepare(world) {
      const id = newId();
      return Promise.resolve({ subjectId: id, operation: () => ({ document: CREATE, variables: { input: intake(world, { id }) } }) });
    },
  });
});
