import { describe } from 'vitest';
import { rosterPermissions } from '../support/roster-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('inviteVolunteer permissions', () => {
  rosterPermissions(useWorld(), 'inviteVolunteer', {
    action: 'volunteer.write',
    ofDistrict: ['DISTRICT_COORDINATOR'],
    ofOrganisation: ['ORGANISATION_COORDINATOR'],
    inputOf: ({ id }) => ({ id }),
    over: { email: 'kinga.jaskolka@example.org' },
  });
});
