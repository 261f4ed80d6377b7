import { inWarsaw } from '@ww/shared/time';
import { dayIn, fillText, inEachLanguage, type Language, pageIn, spanIn, timeIn } from '../../platform/letter.ts';
import type { Letter } from '../../platform/mail.ts';
import { meetingCalendar, type CalendarOf } from './calendar.ts';
import texts from './meeting-mails.json' with { type: 'json' };

export type MeetingLetterKind = 'invited' | 'changed' | 'cancelled' | 'accepted' | 'promoted' | 'waiting' | 'lostSeat' | 'withdrawn';

export interface MeetingLetter extends Omit<CalendarOf, 'page'> {
  kind: MeetingLetterKind;
  /** The address people open. */
  origin: string;
  /** The end of sign-up, for an invitation. */
  until?: Date;
  /** What the opening sentence names besides: a place on the waiting list, a reason. */
  place?: number;
  reason?: string | null;
}

/** The end of a day as that day, and not as the midnight of the next. */
function lastMoment(language: Language, until: Date): string {
  const wall = inWarsaw(until).toPlainTime();
  return wall.equals(new Temporal.PlainTime())
    ? dayIn(language, new Date(until.getTime() - 1))
    : `${dayIn(language, until)}, ${timeIn(language, until)}`;
}

/** A letter about one meeting to one reader, with its calendar part. The link is in neither unless the reader is accepted. */
export function meetingMail(about: MeetingLetter): Letter {
  const { kind, to, origin, meeting } = about;
  const page = (language: Language) => pageIn(language, origin, `/siec/${meeting.id}`);
  return {
    to,
    subject: `Warszawa Wspiera: ${texts[kind].subject}`,
    text: inEachLanguage((language) => linesOf(about, language, page(language))),
    calendar: meetingCalendar({ ...about, page: page('pl') }),
  };
}

function linesOf({ kind, meeting, standing, link, until, place, reason }: MeetingLetter, language: Language, page: string): string[] {
  const opening = fillText(texts[kind][language], {
    place: String(place ?? ''),
    reason: reason ?? '',
  });
  const where = [...(meeting.place ? [meeting.place] : []), ...(meeting.online ? [texts.online[language]] : [])];
  return [
    opening,
    meeting.title,
    spanIn(language, meeting.startsAt, meeting.endsAt),
    where.join(', '),
    ...(kind === 'invited' && until ? [`${texts.until[language]}: ${lastMoment(language, until)}`] : []),
    ...(standing === 'ACCEPTED' && link ? [`${texts.join[language]}: ${link}`] : []),
    page,
  ];
}
