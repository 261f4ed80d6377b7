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

/** Letters of these scripts are written otherwise where a joiner stands between them, so there it is part of the word. */
const JOINING = ['Arab', 'Syrc', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Khmr', 'Mymr'];
const LETTER = `[${JOINING.map((script) => `\\p{sc=${script}}`).join('')}]`;
/** A joiner that is part of a letter or of a picture made of several (a family, a flag), which it would fall into without. */
const JOINED = `${LETTER}[\\u200C\\u200D](?=${LETTER})|[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F]\\u200D(?=\\p{Extended_Pictographic})`;
/** Soft hyphens, marks of direction and width, controls, and the place where a picture was. */
const UNSEEN =
  '[\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF\\uFFFC]';
const UNSEEN_OR_JOINED = new RegExp(`(${JOINED})|${UNSEEN}`, 'gu');

/** As word processors paste it: no-break and odd spaces are spaces, marks that nobody sees are gone, bullets are dashes, `ﬁ` is two letters. */
const unpasted = (typed: string) =>
  typed
    .replaceAll(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replaceAll(UNSEEN_OR_JOINED, '$1')
    .replaceAll(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .replaceAll(/^( *)[\u2022\u2023\u2043\u00B7\u25A0\u25AA\u25CB\u25CF\u25E6\uF0A7\uF0B7\uF0D8] */gm, '$1- ')
    .normalize('NFC');

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

/** Nothing but space is nothing. */
export const empty = v.pipe(
  v.string(),
  v.trim(),
  v.empty(),
  v.transform(() => null),
);

export const optionalLine = (max: number) => v.nullish(v.union([empty, oneLine(max)]), null);
export const optionalLines = (max: number) => v.nullish(v.union([empty, lines(max)]), null);

export const phone = v.pipe(
  v.string(rule('required')),
  v.trim(),
  v.nonEmpty(rule('required')),
  v.maxLength(40, rule('tooLong')),
  v.check((typed) => normalisePhone(typed) !== null, rule('phone')),
  v.transform((typed) => normalisePhone(typed) ?? typed),
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
