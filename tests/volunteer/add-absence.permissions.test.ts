import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { rosterPermissions } from '../support/roster-permissions.ts';
import { useWorld } from '../support/world.ts';

describe('addAbsence permissions', () => {
  rosterPermissions(useWorld(), 'addAbsence', {
    action: 'availability.write',
    ofDistrict: ['DISTRICT_COORDINATOR'],
    ofOrganisation: ['ORGANISATION_COORDINATOR'],
    inputOf: ({ id }) => ({ id: newId(), volunteerId: id, from: '2026-11-27', to: '2026-11-30' }),
  });
});
