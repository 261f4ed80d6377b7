import { WARSAW } from '@ww/shared/time';
import type { Letter } from './mail.ts';

/** A letter from its template. We don't know which language the reader chose, so every letter speaks all three. */
export function fillLetter({ subject, text }: { subject: string; text: string }, to: string, values: Record<string, string> = {}): Letter {
  return { to, subject, text: fillText(text, values) };
}

/** `{name}` as the value of that name, once: what a person wrote is not read as a template. */
export function fillText(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** We don't know which language the reader chose, so a letter says everything in each. */
const LANGUAGES = ['pl', 'en', 'uk'] as const;
export type Language = (typeof LANGUAGES)[number];
const LOCALES = { pl: 'pl', en: 'en-GB', uk: 'uk' } as const;
const PREFIXES = { pl: '', en: '/en', uk: '/uk' } as const;

/** The same in each language, its lines under one another. */
export const inEachLanguage = (lines: (language: Language) => readonly string[]): string =>
  LANGUAGES.map((language) => `${lines(language).join('\n')}\n`).join('\n');

/** The address of a page in a language; `path` begins with a slash. */
export const pageIn = (language: Language, origin: string, path: string): string => `${origin}${PREFIXES[language]}${path}`;

/** A day of Warsaw's calendar, with its weekday. */
export const dayIn = (language: Language, at: Date): string =>
  at.toLocaleDateString(LOCALES[language], { dateStyle: 'full', timeZone: WARSAW });

/** Hours and minutes of Warsaw's clock. */
export const timeIn = (language: Language, at: Date): string =>
  at.toLocaleTimeString(LOCALES[language], { timeStyle: 'short', timeZone: WARSAW });

/** `Thursday 26 November 2026, 14:00–16:00` */
export const spanIn = (language: Language, from: Date, to: Date): string =>
  `${dayIn(language, from)}, ${timeIn(language, from)}–${timeIn(language, to)}`;
