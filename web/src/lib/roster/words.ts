import type { Contact, VolunteerLimit } from '@ww/shared/volunteer/terms';
import { scopeName } from '#lib/i18n/domain.ts';
import { WEEKDAYS } from '#lib/availability/hours-draft.ts';
import { weekdayName } from '#lib/availability/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Volunteer } from './documents.ts';

/** The organisation, or the district that holds the volunteer directly. */
export const hostName = ({ organisationName, district }: Pick<Volunteer, 'organisationName' | 'district'>): string =>
  organisationName ?? m.roster_of_district({ district: scopeName(district) });

export const contactName = (contact: Contact): string => m[`roster_contact_${contact}`]();
export const limitName = (limit: VolunteerLimit): string => m[`roster_limit_${limit}`]();

/** `1 godz. 30 min` */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  if (hours === 0) return m.roster_minutes({ minutes: rest });
  return rest === 0 ? m.roster_hours({ hours }) : m.roster_hours_minutes({ hours, minutes: rest });
}

/** `poniedziałek–piątek`, or the days one by one where they don't follow one another. */
export function weekdaysWords(weekdays: readonly number[]): string {
  const days = WEEKDAYS.filter((day) => weekdays.includes(day));
  const [first, last] = [days[0], days.at(-1)];
  const isRow = first !== undefined && last !== undefined && last - first === days.length - 1 && days.length > 2;
  return isRow ? `${weekdayName(first)}–${weekdayName(last)}` : days.map(weekdayName).join(', ');
}
