import { fillLetter } from '../platform/letter.ts';
import type { Letter } from '../platform/mail.ts';
import texts from './mails.json' with { type: 'json' };

/** None of these says who asks, for what or where: that is on the page, behind the sign-in. */
export const offerMail = (to: string, link: string): Letter => fillLetter(texts.offer, to, { link });
export const poolOfferMail = (to: string, link: string): Letter => fillLetter(texts.poolOffer, to, { link });
export const releaseMail = (to: string): Letter => fillLetter(texts.release, to);
export const taskOffMail = (to: string, link: string): Letter => fillLetter(texts.taskOff, to, { link });
