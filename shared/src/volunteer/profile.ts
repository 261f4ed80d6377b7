import type { FieldError } from '../error-codes.ts';
import type { AddVolunteer } from './input.ts';

type Profile = Pick<AddVolunteer, 'contact' | 'email' | 'phone' | 'adultOn'>;

/**
 * What is wrong with a volunteer's profile as a whole; `today` is Warsaw's. The eighteenth birthday of a minor lies ahead, unless it was
 * written down while it did (`before`).
 */
export function checkProfile({ contact, email, phone, adultOn }: Profile, today: string, before: string | null = null): FieldError[] {
  const wrong: FieldError[] = [];
  if (contact === 'EMAIL' && !email) wrong.push({ path: 'email', rule: 'required' });
  if (contact !== 'EMAIL' && !phone) wrong.push({ path: 'phone', rule: 'required' });
  if (adultOn && adultOn <= today && adultOn !== before) wrong.push({ path: 'adultOn', rule: 'dueInPast' });
  return wrong;
}

interface Pool {
  fromMinute: number;
  toMinute: number;
  fromDay: string;
  toDay: string;
}

/** What is wrong with the hours and days of a pool; `today` is Warsaw's. */
export function checkPool({ fromMinute, toMinute, fromDay, toDay }: Pool, today: string): FieldError[] {
  const wrong: FieldError[] = [];
  if (toMinute <= fromMinute) wrong.push({ path: 'toMinute', rule: 'hoursOrder' });
  if (toDay < fromDay) wrong.push({ path: 'toDay', rule: 'dueOrder' });
  else if (toDay < today) wrong.push({ path: 'toDay', rule: 'dueInPast' });
  return wrong;
}
