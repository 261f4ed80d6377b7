import type { Letter } from '../platform/mail.ts';
import type { LinkPurpose } from './sign-in-link.entity.ts';
import texts from './mails.json' with { type: 'json' };

/** We don't know which language the reader chose, so every letter speaks all three. */
function letter(kind: keyof typeof texts, to: string, values: Record<string, string>): Letter {
  const { subject, text } = texts[kind];
  return { to, subject, text: text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole) };
}

/** `links`: the same link to the page in each language. */
export function linkMail(to: string, purpose: LinkPurpose, links: { pl: string; en: string; uk: string }): Letter {
  return letter(purpose === 'SIGN_IN' ? 'signIn' : 'joining', to, links);
}

export function resetMail(to: string, link: string): Letter {
  return letter('reset', to, { link });
}

export function invitationMail(to: string, district: string, link: string): Letter {
  return letter('invitation', to, { district, link });
}
