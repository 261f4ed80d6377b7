import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { memberDocument, strangers } from '../../support/members.ts';
import { OWN, permissions } from '../../support/permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('inviteOrganisation permissions', () => {
  permissions(useWorld(), {
    action: 'network.admit',
    allowed: ['DISTRICT_COORDINATOR'],
    async prepare(world) {
      const { pair } = await strangers(world, OWN);
      const given = pair();
      const inviting = (organisationId: string) => ({
        document: memberDocument('inviteOrganisation'),
        variables: { input: { key: newId(), ...given, organisationId } },
      });
      return { subjectId: given.id, operation: () => inviting(given.organisationId), missing: () => inviting(newId()) };
    },
  });
});
