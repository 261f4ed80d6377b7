import { deLocalizeHref, getLocale, localizeHref, type Locale } from '#lib/paraglide/runtime.js';

/** A path of ours in the reader's language: `/zaloguj` → `/uk/zaloguj`. */
export function href(path: string): string {
  return localizeHref(path);
}

/** The same page in another language. */
export function inLanguage(path: string, locale: Locale): string {
  return localizeHref(deLocalizeHref(path), { locale });
}

/** A path without its language prefix, to compare with the routes. */
export function plainPath(path: string): string {
  return deLocalizeHref(path);
}

/** Each language by its own name. */
export const LANGUAGES: readonly { locale: Locale; name: string }[] = [
  { locale: 'pl', name: 'Polski' },
  { locale: 'en', name: 'English' },
  { locale: 'uk', name: 'Українська' },
];

export { getLocale };
