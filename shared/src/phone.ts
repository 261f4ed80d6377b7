import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Every Polish number that can be dialled from anywhere has nine digits; the library also lets short local ones pass. */
const POLISH_DIGITS = 9;

/** The number as E.164 (`+48…`), Polish unless written otherwise; null when it can't be a phone number. */
export function normalisePhone(typed: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, 'PL');
  if (!parsed?.isPossible()) return null;
  const isPolish = parsed.countryCallingCode === '48';
  return isPolish && parsed.nationalNumber.length !== POLISH_DIGITS ? null : parsed.number;
}

/** Grouped as it is read aloud, `22 443 44 98`; foreign numbers keep their prefix. */
export function formatPhone(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  return parsed.country === 'PL' ? parsed.formatNational() : parsed.formatInternational();
}
