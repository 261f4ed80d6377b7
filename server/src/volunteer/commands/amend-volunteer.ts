import { AmendVolunteer } from '@ww/shared/volunteer/input';
import { checkProfile } from '@ww/shared/volunteer/profile';
import { warsawDay } from '@ww/shared/week';
import { invalid } from '../../platform/errors.ts';
import { volunteerCommand } from '../volunteer-command.ts';
import { VolunteerPrivate } from '../volunteer-private.entity.ts';
import { profileOf } from '../volunteer-profile.ts';

/**
 * Corrects a profile. Somebody's account keeps the address that they sign in with.
 * @throws AppError `STALE`; `INVALID` for a field of the profile.
 */
export const amendVolunteer = volunteerCommand('volunteer.write', AmendVolunteer, async (tx, volunteer, input) => {
  volunteer.expect(input.version);
  const wrong = checkProfile(input, warsawDay(tx.now), volunteer.adultOn);
  if (wrong.length > 0) throw invalid(wrong);
  Object.assign(volunteer, profileOf(input));
  const reached = await tx.em.findOneOrFail(VolunteerPrivate, { volunteerId: volunteer.id });
  Object.assign(reached, { email: input.email, phone: input.phone });
  return { toName: volunteer.displayName };
});
