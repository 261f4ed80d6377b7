import type { Letter } from '../platform/mail.ts';
import texts from './mails.json' with { type: 'json' };

/** We don't know which language the reader chose, so every letter speaks all three. */
function letter(kind: keyof typeof texts, to: string, values: Record<string, string>): Letter {
  const { subject, text } = texts[kind];
  return { to, subject, text: text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole) };
}

export function resetMail(to: string, link: string): Letter {
  return letter('reset', to, { link });
}

export function invitationMail(to: string, district: string, link: string): Letter {
  return letter('invitation', to, { district, link });
}
