import { describe } from 'vitest';
import { rosterPermissions } from '../support/roster-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('setDuty permissions', () => {
  rosterPermissions(useWorld(), 'setDuty', {
    action: 'availability.write',
    ofDistrict: ['DISTRICT_COORDINATOR'],
    ofOrganisation: ['ORGANISATION_COORDINATOR'],
    inputOf: ({ id }) => ({ id, until: '2026-11-26T15:00:00.000Z' }),
  });
});
