import type { Letter } from './mail.ts';

/** A letter from its template. We don't know which language the reader chose, so every letter speaks all three. */
export function fillLetter({ subject, text }: { subject: string; text: string }, to: string, values: Record<string, string> = {}): Letter {
  return { to, subject, text: text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole) };
}
