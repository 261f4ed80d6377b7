import { describe } from 'vitest';
import { rosterPermissions } from '../support/roster-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('setAvailability permissions', () => {
  rosterPermissions(useWorld(), 'setAvailability', {
    action: 'availability.write',
    ofDistrict: ['DISTRICT_COORDINATOR'],
    ofOrganisation: ['ORGANISATION_COORDINATOR'],
    inputOf: ({ id, version }) => ({ id, version, weekly: [], exceptions: [] }),
  });
});
