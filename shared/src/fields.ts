import * as v from 'valibot';
import { DISTRICT_SLUGS } from './district.ts';
import type { FieldRule } from './error-codes.ts';
import { normalisePhone } from './phone.ts';
import { instantSince2020, plainText } from './text.ts';

/** The message of a schema is the name of the rule that was broken. */
export const rule = (name: FieldRule) => name;

/** Text without surrounding space; the empty string counts as missing. */
export const text = (max: number) =>
  v.pipe(v.string(rule('required')), v.trim(), v.nonEmpty(rule('required')), v.maxLength(max, rule('tooLong')), plainText);

export const optionalText = (max: number) =>
  v.nullish(
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(max, rule('tooLong')),
      plainText,
      v.transform((s) => s || null),
    ),
    null,
  );

/** As word processors paste it: no-break and odd spaces are spaces, soft hyphens and marks that nobody sees are gone, bullets are dashes. */
const unpasted = (typed: string) =>
  typed
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u000B\u000C\u2028\u2029]/g, '\n')
    .replaceAll(/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replaceAll(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '')
    .replaceAll(/^[\u2022\u00B7\u25AA\u25CF\u25E6\uF0B7] ?/gm, '- ');

/** One line of text, also when several were pasted. */
export const oneLine = (max: number) =>
  v.pipe(
    v.string(rule('required')),
    plainText,
    v.transform((typed) => unpasted(typed).replaceAll(/\s+/g, ' ').trim()),
    v.nonEmpty(rule('required')),
    v.maxLength(max, rule('tooLong')),
  );

/** Text with its lines kept. */
export const lines = (max: number) =>
  v.pipe(
    v.string(rule('required')),
    plainText,
    v.transform((typed) =>
      unpasted(typed)
        .replaceAll(/ +$/gm, '')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim(),
    ),
    v.nonEmpty(rule('required')),
    v.maxLength(max, rule('tooLong')),
  );

export const phone = v.pipe(
  v.string(rule('required')),
  v.trim(),
  v.nonEmpty(rule('required')),
  v.maxLength(40, rule('tooLong')),
  v.check((typed) => normalisePhone(typed) !== null, rule('phone')),
  v.transform((typed) => normalisePhone(typed) ?? typed),
);

const empty = v.pipe(
  v.string(),
  v.trim(),
  v.empty(),
  v.transform(() => null),
);

export const optionalPhone = v.nullish(v.union([empty, phone], rule('phone')), null);

export const email = v.pipe(
  v.string(rule('required')),
  v.trim(),
  v.toLowerCase(),
  v.nonEmpty(rule('required')),
  v.maxLength(254, rule('tooLong')),
  v.email(rule('email')),
);

export const optionalEmail = v.nullish(v.union([empty, email], rule('email')), null);

/** In small letters, as the database writes it back. */
export const uuid = v.pipe(v.string(rule('uuid')), v.uuid(rule('uuid')), v.toLowerCase());
export const instant = v.pipe(v.date(rule('required')), instantSince2020);
export const district = v.picklist(DISTRICT_SLUGS, rule('district'));
export const choice = <const T extends readonly string[]>(options: T) => v.picklist(options, rule('choice'));
export const version = v.pipe(v.number(), v.integer(rule('malformed')));
export const wholeNumber = (min: number, max: number) =>
  v.pipe(v.number(rule('required')), v.integer(rule('malformed')), v.minValue(min, rule('tooSmall')), v.maxValue(max, rule('tooLarge')));

/** Each of the options at most once, in the options' order. */
export const choices = <const T extends readonly string[]>(options: T) =>
  v.pipe(
    v.array(choice(options)),
    v.maxLength(100, rule('tooLong')),
    v.transform((picked) => options.filter((option) => picked.includes(option)) as T[number][]),
  );

/** As `choices`, and not none. */
export const someChoices = <const T extends readonly string[]>(options: T) => v.pipe(choices(options), v.minLength(1, rule('required')));

const isDay = (typed: string) => {
  try {
    return Temporal.PlainDate.from(typed).toString() === typed && typed >= '1900-01-01' && typed <= '2199-12-31';
  } catch {
    return false;
  }
};
/** A day of Warsaw's calendar, `2026-11-26`. */
export const day = v.pipe(v.string(rule('required')), v.check(isDay, rule('day')));
export const optionalDay = v.nullish(v.union([empty, day], rule('day')), null);
