import { newId } from '@ww/shared/id';
import { describe } from 'vitest';
import { INVITE_STAFF, staffInvitation, staffPermissions } from '../../support/place-staff.ts';
import { useWorld } from '../../support/world.ts';

describe('invitePlaceStaff permissions', () => {
  staffPermissions(useWorld(), 'staff.invite', (place) => {
    const input = staffInvitation(place);
    const inviting = (over: object) => ({ document: INVITE_STAFF, variables: { input: { ...input, ...over } } });
    return { subjectId: input.id, operation: () => inviting({}), missing: () => inviting({ key: newId(), placeId: newId() }) };
  });
});
