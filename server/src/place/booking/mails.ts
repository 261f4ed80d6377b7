import { WARSAW } from '@ww/shared/time';
import { fillLetter, fillText } from '../../platform/letter.ts';
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

const LANGUAGES = ['pl', 'en', 'uk'] as const;
type Language = (typeof LANGUAGES)[number];
const LOCALES = { pl: 'pl', en: 'en-GB', uk: 'uk' } as const;
const PREFIXES = { pl: '', en: '/en', uk: '/uk' } as const;

export const codeMail = (to: string, code: string): Letter => fillLetter(texts.code, to, { code });

/** A letter about one booking; the code is in the page's fragment, which no server writes down. */
export function bookingMail(about: BookingLetter): Letter {
  return {
    to: about.to,
    subject: `Warszawa Wspiera: ${texts[about.kind].subject}`,
    text: LANGUAGES.map((language) => paragraph(about, language)).join('\n'),
  };
}

function visit(language: Language, { roomName, startsAt, endsAt }: Visit): string {
  const time = (at: Date) => at.toLocaleTimeString(LOCALES[language], { timeStyle: 'short', timeZone: WARSAW });
  const day = startsAt.toLocaleDateString(LOCALES[language], { dateStyle: 'full', timeZone: WARSAW });
  return `${day}, ${time(startsAt)}–${time(endsAt)}, ${roomName}`;
}

function paragraph(about: BookingLetter, language: Language): string {
  const { kind, reason, placeName, address, phone, others, origin, code } = about;
  const free = others.length > 0 ? others.map((other) => `- ${visit(language, other)}`) : [`- ${texts.none[language]}`];
  const page = code === null ? `${origin}${PREFIXES[language]}/przestrzenie` : `${origin}${PREFIXES[language]}/rezerwacja#kod=${code}`;
  const lines = [
    `${placeName}, ${address}, ${phone}`,
    visit(language, about),
    fillText(texts[kind][language], { reason: reason ?? '–' }),
    ...(kind === 'suspended' ? free : []),
    `${texts.page[language]}: ${page}`,
  ];
  return `${lines.join('\n')}\n`;
}
