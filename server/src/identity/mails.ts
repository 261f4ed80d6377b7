import { fillLetter } from '../platform/letter.ts';
import type { Letter } from '../platform/mail.ts';
import type { LinkPurpose } from './sign-in-link.entity.ts';
import texts from './mails.json' with { type: 'json' };

/** `links`: the same link to the page in each language. */
export function linkMail(to: string, purpose: LinkPurpose, links: { pl: string; en: string; uk: string }): Letter {
  return fillLetter(purpose === 'SIGN_IN' ? texts.signIn : texts.joining, to, links);
}

export function resetMail(to: string, link: string): Letter {
  return fillLetter(texts.reset, to, { link });
}

export function staffMail(to: string, place: string, link: string): Letter {
  return fillLetter(texts.staff, to, { place, link });
}

export function invitationMail(to: string, district: string, link: string): Letter {
  return fillLetter(texts.invitation, to, { district, link });
}
