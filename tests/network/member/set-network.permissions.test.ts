import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { memberDocument } from '../../support/members.ts';
import { OWN, permissions } from '../../support/permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('setNetwork permissions', () => {
  permissions(useWorld(), {
    action: 'network.set',
    allowed: ['DISTRICT_COORDINATOR', 'ADMIN'],
    prepare() {
      const input = { district: OWN, enabled: true, unansweredDays: 14 };
      const operation = () => ({ document: memberDocument('setNetwork'), variables: { input: { key: newId(), ...input } } });
      return Promise.resolve({ subjectId: null, operation });
    },
  });
});
