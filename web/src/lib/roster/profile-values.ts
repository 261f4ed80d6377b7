import type { FieldError } from '@ww/shared/error-codes';
import { check } from '@ww/shared/field-errors';
import { newId } from '@ww/shared/id';
import type { Kind } from '@ww/shared/request/kinds';
import { AddVolunteer } from '@ww/shared/volunteer/input';
import { checkProfile } from '@ww/shared/volunteer/profile';
import type { Contact, Language, VolunteerLimit } from '@ww/shared/volunteer/terms';
import type { FormState } from '#lib/ui/form-state.svelte.ts';
import type { RosterRow, Volunteer } from './documents.ts';
import type { Reached } from './mutations.ts';

/** A profile as it is typed; the weekly limit in hours. */
export interface ProfileValues {
  name: string;
  email: string;
  phone: string;
  contact: Contact;
  districts: string[];
  kinds: Kind[];
  languages: Language[];
  limits: VolunteerLimit[];
  maxOpen: string;
  weeklyHours: string;
  since: string;
  agreementOn: string;
  insuredUntil: string;
  isMinor: boolean;
  adultOn: string;
  guardianConsentOn: string;
  invite: boolean;
}

export type ProfileState = FormState<ProfileValues, { row: RosterRow }>;

export const emptyProfile = (district: string, today: string): ProfileValues => ({
  ...{ name: '', email: '', phone: '', contact: 'PHONE', districts: [district], kinds: [], languages: ['PL'], limits: [] },
  ...{ maxOpen: '3', weeklyHours: '', since: today, agreementOn: '', insuredUntil: '' },
  ...{ isMinor: false, adultOn: '', guardianConsentOn: '', invite: true },
});

export const profileFrom = (volunteer: Volunteer, { email, phone }: Pick<Reached, 'email' | 'phone'>): ProfileValues => ({
  ...{ name: volunteer.displayName, email: email ?? '', phone: phone ?? '', contact: volunteer.contact },
  districts: [...volunteer.districts],
  kinds: [...volunteer.kinds],
  languages: [...volunteer.languages],
  limits: [...volunteer.limits],
  maxOpen: String(volunteer.maxOpen),
  weeklyHours: volunteer.weeklyMinutes === null ? '' : String(volunteer.weeklyMinutes / 60),
  since: volunteer.since,
  agreementOn: volunteer.agreementOn ?? '',
  insuredUntil: volunteer.insuredUntil ?? '',
  isMinor: volunteer.adultOn !== null,
  adultOn: volunteer.adultOn ?? '',
  guardianConsentOn: volunteer.guardianConsentOn ?? '',
  invite: false,
});

const numberOf = (typed: string) => Number(typed.trim().replace(',', '.'));

/** What is sent; of an adult nothing that is asked of minors. */
export const profileInput = ({ maxOpen, weeklyHours, isMinor, invite: _invite, ...rest }: ProfileValues) => ({
  ...rest,
  maxOpen: maxOpen.trim() === '' ? NaN : numberOf(maxOpen),
  weeklyMinutes: weeklyHours.trim() === '' ? null : Math.round(numberOf(weeklyHours) * 60),
  adultOn: isMinor ? rest.adultOn : null,
  guardianConsentOn: isMinor ? rest.guardianConsentOn : null,
});

/** The local check, the same that the server makes; `before`: the birthday that is written down already. */
export function checkValues(values: ProfileValues, today: string, before: string | null = null): readonly FieldError[] {
  const id = newId();
  const input = profileInput(values);
  const checked = check(AddVolunteer, { key: id, id, district: 'wlochy', organisationId: null, invite: values.invite, ...input });
  const missing: FieldError[] = values.isMinor && !values.adultOn ? [{ path: 'adultOn', rule: 'required' }] : [];
  if (values.invite && values.email.trim() === '') missing.push({ path: 'email', rule: 'required' });
  const asWhole = checkProfile({ ...input, email: values.email.trim() || null, phone: values.phone.trim() || null }, today, before);
  const errors = [...(checked.ok ? [] : checked.errors), ...missing, ...asWhole];
  return errors.filter(({ path }, at) => errors.findIndex((error) => error.path === path) === at);
}
