import { describe } from 'vitest';
import { rosterPermissions } from '../support/roster-permissions.ts';
import { profile } from '../support/volunteers.ts';
import { useWorld } from '../support/world.ts';

describe('amendVolunteer permissions', () => {
  rosterPermissions(useWorld(), 'amendVolunteer', {
    action: 'volunteer.write',
    ofDistrict: ['DISTRICT_COORDINATOR'],
    ofOrganisation: ['ORGANISATION_COORDINATOR'],
    inputOf: ({ id, version }) => ({ id, version, ...profile() }),
  });
});
