import { calendarPart, type Standing } from '../../platform/calendar.ts';
import { fillLetter, fillText, inEachLanguage, type Language, pageIn, spanIn } from '../../platform/letter.ts';
import type { Letter } from '../../platform/mail.ts';
import texts from './booking-mails.json' with { type: 'json' };

export type BookingLetterKind = 'requested' | 'approved' | 'refused' | 'withdrawn' | 'givenBack' | 'moved' | 'suspended' | 'restored';

interface Visit {
  roomName: string;
  startsAt: Date;
  endsAt: Date;
}

export interface BookingLetter extends Visit {
  kind: BookingLetterKind;
  id: string;
  version: number;
  /** What the borrower's calendar does; null for a letter without a calendar part. */
  standing: Standing | null;
  to: string;
  /** The sender, as `Name <address>`. */
  from: string;
  now: Date;
  placeName: string;
  address: string;
  phone: string;
  reason: string | null;
  /** Where a suspended one could go. */
  others: readonly Visit[];
  /** The address people open, its page where the borrower finds the booking, and a visitor's code for it; an organisation's has none. */
  origin: string;
  path: '/rezerwacja' | '/siec';
  code: string | null;
}

export const codeMail = (to: string, code: string): Letter => fillLetter(texts.code, to, { code });

/** A letter about one booking; the code is in the page's fragment, which no server writes down. */
export function bookingMail(about: BookingLetter): Letter {
  const { kind, standing, to } = about;
  return {
    to,
    subject: `Warszawa Wspiera: ${texts[kind].subject}`,
    text: inEachLanguage((language) => linesOf(about, language)),
    ...(standing ? { calendar: calendarOf(about, standing) } : {}),
  };
}

/** Without the code, which opens the booking: calendars are shared. */
function calendarOf({ roomName, placeName, address, phone, version, path, origin, ...about }: BookingLetter, standing: Standing) {
  const page = pageIn('pl', origin, path);
  const { id, startsAt, endsAt, to, from, now } = about;
  return calendarPart({
    ...{ id, sequence: version, startsAt, endsAt, standing, to, from, page, now },
    ...{ title: `${roomName}, ${placeName}`, location: `${placeName}, ${address}` },
    lines: [`${texts.calendar.page}: ${page}`, phone],
  });
}

const visit = (language: Language, { roomName, startsAt, endsAt }: Visit) => `${spanIn(language, startsAt, endsAt)}, ${roomName}`;

function linesOf(about: BookingLetter, language: Language): string[] {
  const { kind, reason, placeName, address, phone, others, origin, path, code } = about;
  const free = others.length > 0 ? others.map((other) => `- ${visit(language, other)}`) : [`- ${texts.none[language]}`];
  return [
    `${placeName}, ${address}, ${phone}`,
    visit(language, about),
    fillText(texts[kind][language], { reason: reason ?? '–' }),
    ...(kind === 'suspended' ? free : []),
    `${texts.page[language]}: ${pageIn(language, origin, code === null ? path : `${path}#kod=${code}`)}`,
  ];
}
