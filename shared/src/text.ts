import * as v from 'valibot';
import type { FieldRule } from './error-codes.ts';

const MALFORMED: FieldRule = 'malformed';

/**
 * Text that can be kept as it was typed: PostgreSQL refuses the null character, and half of a surrogate pair
 * would come back as another character.
 */
export const plainText = v.check<string, FieldRule>((text) => !text.includes('\u0000') && text.isWellFormed(), MALFORMED);
