import * as v from 'valibot';
import type { FieldRule } from './error-codes.ts';

const MALFORMED: FieldRule = 'malformed';

/**
 * Text that can be kept as it was typed: PostgreSQL refuses the null character, and half of a surrogate pair
 * would come back as another character.
 */
export const plainText = v.check<string, FieldRule>((text) => !text.includes('\u0000') && text.isWellFormed(), MALFORMED);

/** Set up on 30.03.2020 by Zarządzenie 469/2020: nothing here can be about an earlier time. */
const BEGINNING = new Date('2020-03-29T22:00:00Z');

/** An instant that this system can be about; the database's calendar ends before JavaScript's does. */
export const instantSince2020 = v.minValue<Date, Date, FieldRule>(BEGINNING, MALFORMED);
