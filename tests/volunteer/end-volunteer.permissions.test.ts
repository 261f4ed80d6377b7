import { describe } from 'vitest';
import { rosterPermissions } from '../support/roster-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('endVolunteer permissions', () => {
  rosterPermissions(useWorld(), 'endVolunteer', {
    action: 'volunteer.write',
    ofDistrict: ['DISTRICT_COORDINATOR'],
    ofOrganisation: ['ORGANISATION_COORDINATOR'],
    inputOf: ({ id }) => ({ id }),
  });
});
