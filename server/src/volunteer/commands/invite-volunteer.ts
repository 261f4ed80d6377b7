import { OnVolunteer } from '@ww/shared/volunteer/input';
import { addLink } from '../../identity/links.ts';
import { invalid } from '../../platform/errors.ts';
import { volunteerCommand } from '../volunteer-command.ts';
import { VolunteerPrivate } from '../volunteer-private.entity.ts';
import { inviteByEmail } from '../volunteer-profile.ts';

/**
 * A link into the volunteer's account: the first, or one more.
 * @throws AppError `INVALID` on `email`: `required` where none is known, `taken` for someone who is another volunteer already.
 */
export const inviteVolunteer = volunteerCommand('volunteer.write', OnVolunteer, async (tx, volunteer) => {
  if (volunteer.personId) {
    addLink(tx, volunteer.personId, 'INVITATION');
    volunteer.invitedAt = tx.now;
  } else {
    const reached = await tx.em.findOne(VolunteerPrivate, { volunteerId: volunteer.id });
    if (!reached?.email) throw invalid([{ path: 'email', rule: 'required' }]);
    await inviteByEmail(tx, volunteer, reached.email);
  }
  return { toName: volunteer.displayName };
});
