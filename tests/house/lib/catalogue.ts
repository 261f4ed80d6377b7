import { files, read } from './project.ts';

export const LOCALES = ['pl', 'en', 'uk'] as const;
export type Locale = (typeof LOCALES)[number];

interface Variants {
  declarations: string[];
  selectors: string[];
  match: Record<string, string>;
}
type Message = string | Variants[];

/** Every message of a language by key, over all of its files. */
export function catalogue(locale: Locale): Map<string, Message> {
  const all = new Map<string, Message>();
  for (const file of files(`web/messages/${locale}/*.json`)) {
    for (const [key, message] of Object.entries(JSON.parse(read(file)) as Record<string, Message>)) {
      if (key === '$schema') continue;
      if (all.has(key)) throw new Error(`${key} is in two files of ${locale}`);
      all.set(key, message);
    }
  }
  return all;
}

/** The sentences of a message: one, or one per form. */
export const sentences = (message: Message): string[] =>
  typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));

const used = (text: string): string[] => [...text.matchAll(/\{([\w.]+)\}/g)].map(([, name]) => name ?? '');

/** What the caller must hand over: placeholders of a plain text, declared inputs of one with forms. */
export function inputs(message: Message): string[] {
  const names =
    typeof message === 'string'
      ? used(message)
      : message.flatMap(({ declarations }) => declarations.flatMap((line) => /^input (\w+)$/.exec(line)?.[1] ?? []));
  return [...new Set(names)].sort();
}

/** Placeholders that no declaration gives: they would be printed as they stand. */
export function undeclared(message: Message): string[] {
  if (typeof message === 'string') return [];
  return message.flatMap(({ declarations, match }) => {
    const known = declarations.map((line) => line.split(' ')[1] ?? '');
    return Object.values(match)
      .flatMap(used)
      .filter((name) => !known.includes(name));
  });
}

/** Plural forms that the language has and the message lacks, as `name=form`. */
export function missingForms(message: Message, locale: Locale): string[] {
  if (typeof message === 'string') return [];
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return message.flatMap(({ declarations, match }) => {
    const plurals = declarations.flatMap((line) => /^local (\w+) = \w+: plural/.exec(line)?.[1] ?? []);
    const matched = Object.keys(match).flatMap((key) => key.split(',').map((part) => part.trim()));
    return plurals.flatMap((name) =>
      matched.includes(`${name}=*`) ? [] : forms.map((form) => `${name}=${form}`).filter((wanted) => !matched.includes(wanted)),
    );
  });
}
