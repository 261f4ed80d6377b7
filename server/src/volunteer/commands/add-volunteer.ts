import { AddVolunteer } from '@ww/shared/volunteer/input';
import { checkProfile } from '@ww/shared/volunteer/profile';
import { warsawDay } from '@ww/shared/week';
import { command } from '../../platform/command.ts';
import { invalid } from '../../platform/errors.ts';
import { insertNew } from '../../platform/insert.ts';
import { findOrganisation } from '../organisation-record.ts';
import type { Organisation } from '../organisation.entity.ts';
import type { VolunteerAnswer } from '../volunteer-command.ts';
import { VolunteerPrivate } from '../volunteer-private.entity.ts';
import { inviteByEmail, profileOf } from '../volunteer-profile.ts';
import { aboutVolunteer, announceVolunteer } from '../volunteer-record.ts';
import { Volunteer } from '../volunteer.entity.ts';

interface Host {
  organisation: Organisation | null;
  /** An organisation's volunteers are held in its own district, whatever was sent. */
  district: string;
}

/**
 * Someone helps from now on, for an organisation or for the district itself; with `invite` they get a link into an account.
 * @throws AppError `INVALID`: a field of the profile; `email` (`taken`) for someone who is a volunteer already.
 */
export const addVolunteer = command<typeof AddVolunteer, Host, VolunteerAnswer>({
  action: 'volunteer.write',
  input: AddVolunteer,
  async load(tx, { id, organisationId, district }) {
    const about = { subjectType: 'volunteer', subjectId: id } as const;
    if (organisationId === null) return { it: { organisation: null, district }, subject: { district }, about: { ...about, district } };
    const organisation = await findOrganisation(tx, organisationId);
    if (!organisation) return null;
    const host = { organisation, district: organisation.district };
    return { it: host, subject: { organisation: organisation.id }, about: { ...about, district: organisation.district } };
  },
  async run(tx, { organisation, district }, input) {
    const wrong = checkProfile(input, warsawDay(tx.now));
    if (input.invite && !input.email && input.contact !== 'EMAIL') wrong.push({ path: 'email', rule: 'required' });
    if (wrong.length > 0) throw invalid(wrong);
    const volunteer = Object.assign(new Volunteer(), {
      ...{ id: input.id, personId: null, organisationId: organisation?.id ?? null, district, ...profileOf(input) },
      ...{ dutyUntil: null, dutyTimer: null, lastAskedAt: null, invitedAt: null, createdAt: tx.now, endedAt: null, version: 1 },
    });
    await insertNew(tx, volunteer);
    tx.em.persist(Object.assign(new VolunteerPrivate(), { volunteerId: volunteer.id, email: input.email, phone: input.phone }));
    if (input.invite && input.email) await inviteByEmail(tx, volunteer, input.email);
    announceVolunteer(tx, volunteer);
    tx.audit({ ...aboutVolunteer(volunteer), toName: volunteer.displayName });
    return { id: volunteer.id };
  },
});
