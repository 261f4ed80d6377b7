import { describe, expect, test } from 'vitest';
import allowed from './allowed.json' with { type: 'json' };
import { catalogue, inputs, LOCALES, missingForms, sentences, undeclared } from './lib/catalogue.ts';
import { files, read } from './lib/project.ts';

const polish = catalogue('pl');
const sameAsPolish: Record<string, string> = allowed.sameAsPolish;

describe.each(LOCALES)('messages in %s', (locale) => {
  const messages = catalogue(locale);

  test('has exactly the Polish keys', () => {
    expect([...messages.keys()].sort()).toEqual([...polish.keys()].sort());
  });

  test('asks for the same values as the Polish', () => {
    const other = [...messages]
      .filter(([key, message]) => String(inputs(message)) !== String(inputs(polish.get(key) ?? '')))
      .map(([key]) => key);
    expect(other).toEqual([]);
  });

  test('uses no placeholder that nobody fills in', () => {
    expect([...messages].flatMap(([key, message]) => undeclared(message).map((name) => `${key}: {${name}}`))).toEqual([]);
  });

  test('has every plural form of its language', () => {
    expect([...messages].flatMap(([key, message]) => missingForms(message, locale).map((form) => `${key}: ${form}`))).toEqual([]);
  });

  test('says something everywhere, without stray space', () => {
    const odd = [...messages].filter(([, message]) =>
      sentences(message).some((text) => text.trim() === '' || text !== text.trim() || text.includes('  ')),
    );
    expect(odd.map(([key]) => key)).toEqual([]);
  });
});

/** Keys whose text, letters and all, is the Polish one. */
const equalToPolish = (locale: 'en' | 'uk') =>
  [...catalogue(locale)]
    .filter(([key, message]) => {
      const text = sentences(message).join('\n');
      return /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, '')) && text === sentences(polish.get(key) ?? '').join('\n');
    })
    .map(([key]) => key);

test.each(['en', 'uk'] as const)('no text in %s is left in Polish', (locale) => {
  expect(equalToPolish(locale).filter((key) => !(key in sameAsPolish))).toEqual([]);
});

test('the list of texts that may equal the Polish holds nothing else', () => {
  const equal = new Set([...equalToPolish('en'), ...equalToPolish('uk')]);
  expect(Object.keys(sameAsPolish).filter((key) => !equal.has(key))).toEqual([]);
});

test('every message is used', () => {
  const source = files('web/src/**/*.{ts,svelte}').map(read).join('\n');
  const named = new Set([...source.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key));
  const made = [...source.matchAll(/\bm\[`([^`]+)`\]/g)].map(
    ([, pattern]) => new RegExp(`^${pattern?.replaceAll(/\$\{[^}]+\}/g, '\\w+')}$`),
  );
  expect([...polish.keys()].filter((key) => !named.has(key) && !made.some((pattern) => pattern.test(key)))).toEqual([]);
});
