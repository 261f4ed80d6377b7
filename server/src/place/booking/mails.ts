import { fillLetter, fillText, inEachLanguage, type Language, pageIn, spanIn } from '../../platform/letter.ts';
import type { Letter } from '../../platform/mail.ts';
import texts from './booking-mails.json' with { type: 'json' };

export type BookingLetterKind = 'requested' | 'approved' | 'refused' | 'withdrawn' | 'moved' | 'suspended' | 'restored';

interface Visit {
  roomName: string;
  startsAt: Date;
  endsAt: Date;
}

export interface BookingLetter extends Visit {
  kind: BookingLetterKind;
  to: string;
  placeName: string;
  address: string;
  phone: string;
  reason: string | null;
  /** Where a suspended one could go. */
  others: readonly Visit[];
  /** The address people open, and the code of a visitor's booking; an organisation's has none. */
  origin: string;
  code: string | null;
}

export const codeMail = (to: string, code: string): Letter => fillLetter(texts.code, to, { code });

/** A letter about one booking; the code is in the page's fragment, which no server writes down. */
export function bookingMail(about: BookingLetter): Letter {
  return {
    to: about.to,
    subject: `Warszawa Wspiera: ${texts[about.kind].subject}`,
    text: inEachLanguage((language) => linesOf(about, language)),
  };
}

const visit = (language: Language, { roomName, startsAt, endsAt }: Visit) => `${spanIn(language, startsAt, endsAt)}, ${roomName}`;

function linesOf(about: BookingLetter, language: Language): string[] {
  const { kind, reason, placeName, address, phone, others, origin, code } = about;
  const free = others.length > 0 ? others.map((other) => `- ${visit(language, other)}`) : [`- ${texts.none[language]}`];
  return [
    `${placeName}, ${address}, ${phone}`,
    visit(language, about),
    fillText(texts[kind][language], { reason: reason ?? '–' }),
    ...(kind === 'suspended' ? free : []),
    `${texts.page[language]}: ${pageIn(language, origin, code === null ? '/przestrzenie' : `/rezerwacja#kod=${code}`)}`,
  ];
}
