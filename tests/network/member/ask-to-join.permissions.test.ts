import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { ORGANISATIONS } from '../../support/member-permissions.ts';
import { memberDocument, strangers } from '../../support/members.ts';
import { OWN, permissions } from '../../support/permissions.ts';
import { HOSTS } from '../../support/roster-permissions.ts';
import { useWorld } from '../../support/world.ts';

describe('askToJoin permissions', () => {
  permissions(useWorld(), {
    action: 'membership.write',
    allowed: ['ORGANISATION_COORDINATOR'],
    scopes: ORGANISATIONS,
    async prepare(world) {
      const { pair } = await strangers(world, OWN, { id: HOSTS[OWN] });
      const given = pair();
      const asking = (organisationId: string) => ({
        document: memberDocument('askToJoin'),
        variables: { input: { key: newId(), ...given, organisationId } },
      });
      return { subjectId: given.id, operation: () => asking(given.organisationId), missing: () => asking(newId()) };
    },
  });
});
