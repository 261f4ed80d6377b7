import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { WARSAW } from '@ww/shared/time';
import type { Letter } from './mail.ts';

/** How the reader stands with what is told; `OUT` for whoever is to have it in the calendar no more. */
export type Standing = 'INVITED' | 'ACCEPTED' | 'WAITING' | 'OUT';

export interface CalendarEntry {
  /** Of what is told: the same for good. */
  id: string;
  /** Greater with every change that calendars show. */
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  title: string;
  location: string;
  /** Lines under the title. Calendars are shown to others: no secret of the reader's. */
  lines: readonly string[];
  /** The page that tells more. */
  page: string;
  standing: Standing;
  /** The reader's address: the only one that the part names. */
  to: string;
  /** The sender, as `Name <address>`. */
  from: string;
  now: Date;
}

const PARTSTAT = {
  INVITED: ICalAttendeeStatus.NEEDSACTION,
  ACCEPTED: ICalAttendeeStatus.ACCEPTED,
  WAITING: ICalAttendeeStatus.TENTATIVE,
  OUT: ICalAttendeeStatus.DECLINED,
} as const;

/**
 * The calendar part of one letter (RFC 5545, RFC 5546): the same `UID` for good, and the later `DTSTAMP` wins where `SEQUENCE` is
 * equal. Calendars answer to nobody (`RSVP=FALSE`): one answers on the page.
 */
export function calendarPart({ standing, lines, ...entry }: CalendarEntry): NonNullable<Letter['calendar']> {
  const isOff = standing === 'OUT';
  const calendar = ical({
    prodId: '//Warszawa Wspiera//PL',
    scale: 'GREGORIAN',
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    // without a name: a named one would be put on DTSTAMP as well, which is in UTC
    timezone: { name: null, generator: zoneOf },
  });
  calendar.createEvent({
    id: `${entry.id}@warszawa-wspiera`,
    sequence: entry.sequence,
    stamp: instant(entry.now),
    start: instant(entry.startsAt),
    end: instant(entry.endsAt),
    timezone: WARSAW,
    summary: entry.title,
    location: entry.location,
    description: lines.join('\n'),
    url: entry.page,
    organizer: entry.from,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    attendees: [
      { email: entry.to, role: ICalAttendeeRole.REQ, type: ICalAttendeeType.INDIVIDUAL, status: PARTSTAT[standing], rsvp: false },
    ],
  });
  return { method: isOff ? 'CANCEL' : 'REQUEST', content: calendar.toString() };
}

const instant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

function zoneOf(zone: string): string {
  const [block] = tzlib_get_ical_block(zone);
  if (!block) throw new Error(`no time zone ${zone}`);
  return block;
}
