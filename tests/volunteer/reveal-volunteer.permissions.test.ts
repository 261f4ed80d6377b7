import { describe } from 'vitest';
import { rosterPermissions } from '../support/roster-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('revealVolunteer permissions', () => {
  rosterPermissions(useWorld(), 'revealVolunteer', {
    action: 'volunteer.reveal',
    ofDistrict: ['DISTRICT_COORDINATOR', 'TEAM_MEMBER'],
    ofOrganisation: ['ORGANISATION_COORDINATOR', 'DISTRICT_COORDINATOR', 'TEAM_MEMBER'],
    inputOf: ({ id }) => ({ id, reason: 'CALL_BACK' }),
  });
});
