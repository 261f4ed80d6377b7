import type { Letter } from './mail.ts';

/** A letter from its template. We don't know which language the reader chose, so every letter speaks all three. */
export function fillLetter({ subject, text }: { subject: string; text: string }, to: string, values: Record<string, string> = {}): Letter {
  return { to, subject, text: fillText(text, values) };
}

/** `{name}` as the value of that name, once: what a person wrote is not read as a template. */
export function fillText(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
