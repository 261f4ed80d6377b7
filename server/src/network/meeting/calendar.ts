import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { WARSAW } from '@ww/shared/time';
import type { Letter } from '../../platform/mail.ts';
import type { Meeting } from './meeting.entity.ts';
import mails from './meeting-mails.json' with { type: 'json' };

const texts = mails.calendar;

/** What of a meeting its letters and calendar parts tell. */
export type MeetingFacts = Pick<Meeting, 'id' | 'title' | 'place' | 'online' | 'startsAt' | 'endsAt' | 'sequence'>;

/** How the reader stands with a meeting; `OUT` for whoever is to have it in the calendar no more. */
export type Standing = 'INVITED' | 'ACCEPTED' | 'WAITING' | 'OUT';

export interface CalendarOf {
  meeting: MeetingFacts;
  standing: Standing;
  /** The reader's address: the only one that the part names. */
  to: string;
  /** The sender, as `Name <address>`. */
  from: string;
  /** The page where one answers. */
  page: string;
  /** The online link; only for whoever is accepted. */
  link: string | null;
  now: Date;
}

const PARTSTAT = {
  INVITED: ICalAttendeeStatus.NEEDSACTION,
  ACCEPTED: ICalAttendeeStatus.ACCEPTED,
  WAITING: ICalAttendeeStatus.TENTATIVE,
  OUT: ICalAttendeeStatus.DECLINED,
} as const;

/**
 * The calendar part of one letter (RFC 5545, RFC 5546): the same `UID` for good, `SEQUENCE` as the meeting's, the later
 * `DTSTAMP` wins where that is equal. Calendars answer to nobody (`RSVP=FALSE`): one answers on the page.
 */
export function calendarPart({ meeting, standing, to, from, page, link, now }: CalendarOf): NonNullable<Letter['calendar']> {
  const isOff = standing === 'OUT';
  const join = standing === 'ACCEPTED' ? link : null;
  const calendar = ical({
    prodId: '//Warszawa Wspiera//PL',
    scale: 'GREGORIAN',
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    // without a name: a named one would be put on DTSTAMP as well, which is in UTC
    timezone: { name: null, generator: zoneOf },
  });
  calendar.createEvent({
    id: `${meeting.id}@warszawa-wspiera`,
    sequence: meeting.sequence,
    stamp: instant(now),
    start: instant(meeting.startsAt),
    end: instant(meeting.endsAt),
    timezone: WARSAW,
    summary: meeting.title,
    location: meeting.place ?? join ?? 'online',
    description: [`${texts.answer}: ${page}`, ...(join ? [`${texts.join}: ${join}`] : [])].join('\n'),
    url: page,
    organizer: from,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    attendees: [{ email: to, role: ICalAttendeeRole.REQ, type: ICalAttendeeType.INDIVIDUAL, status: PARTSTAT[standing], rsvp: false }],
  });
  return { method: isOff ? 'CANCEL' : 'REQUEST', content: calendar.toString() };
}

const instant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

function zoneOf(zone: string): string {
  const [block] = tzlib_get_ical_block(zone);
  if (!block) throw new Error(`no time zone ${zone}`);
  return block;
}
