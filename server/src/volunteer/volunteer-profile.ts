import type { AddVolunteer } from '@ww/shared/volunteer/input';
import type { Tx } from '../platform/command.ts';
import { invalid } from '../platform/errors.ts';
import { accountFor, letIn } from './account-for.ts';
import { Volunteer } from './volunteer.entity.ts';

type Profile = Pick<
  AddVolunteer,
  | 'name'
  | 'contact'
  | 'districts'
  | 'kinds'
  | 'languages'
  | 'limits'
  | 'maxOpen'
  | 'weeklyMinutes'
  | 'since'
  | 'agreementOn'
  | 'insuredUntil'
  | 'adultOn'
  | 'guardianConsentOn'
>;

/** What of a profile is in the row; e-mail and phone are kept apart. */
export function profileOf({ name, contact, districts, kinds, languages, limits, maxOpen, weeklyMinutes, ...days }: Profile) {
  const { since, agreementOn, insuredUntil, adultOn, guardianConsentOn } = days;
  return {
    ...{ displayName: name, contact, districts, kinds, languages, limits, maxOpen, weeklyMinutes },
    ...{ since, agreementOn, insuredUntil, adultOn, guardianConsentOn },
  };
}

/**
 * Gives the volunteer an account, if they have none, and sends the link into it.
 * @throws AppError `INVALID` on `email` (`taken`) when that person is another volunteer already.
 */
export async function inviteByEmail(tx: Tx, volunteer: Volunteer, email: string): Promise<void> {
  const person = await accountFor(tx, volunteer.displayName, email);
  const others = await tx.em.count(Volunteer, { personId: person.id, id: { $ne: volunteer.id } });
  if (others > 0) throw invalid([{ path: 'email', rule: 'taken' }]);
  volunteer.personId = person.id;
  volunteer.invitedAt = tx.now;
  await letIn(tx, person, 'VOLUNTEER', person.id);
}
