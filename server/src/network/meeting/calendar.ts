import { calendarPart, type CalendarEntry } from '../../platform/calendar.ts';
import type { Letter } from '../../platform/mail.ts';
import type { Meeting } from './meeting.entity.ts';
import mails from './meeting-mails.json' with { type: 'json' };

const texts = mails.calendar;

/** What of a meeting its letters and calendar parts tell. */
export type MeetingFacts = Pick<Meeting, 'id' | 'title' | 'place' | 'online' | 'startsAt' | 'endsAt' | 'sequence'>;

export interface CalendarOf extends Pick<CalendarEntry, 'standing' | 'to' | 'from' | 'page' | 'now'> {
  meeting: MeetingFacts;
  /** The online link; only for whoever is accepted. */
  link: string | null;
}

/** The calendar part of a letter about a meeting. */
export function meetingCalendar({ meeting, standing, to, from, page, link, now }: CalendarOf): NonNullable<Letter['calendar']> {
  const { id, sequence, startsAt, endsAt, title, place } = meeting;
  const join = standing === 'ACCEPTED' ? link : null;
  return calendarPart({
    ...{ id, sequence, startsAt, endsAt, title, standing, to, from, page, now },
    location: place ?? join ?? 'online',
    lines: [`${texts.answer}: ${page}`, ...(join ? [`${texts.join}: ${join}`] : [])],
  });
}
