import ICAL from 'ical.js';

/** A calendar part as a client would read it. */
export interface CalendarSeen {
  method: string;
  uid: string;
  sequence: number;
  status: string;
  summary: string;
  location: string;
  description: string;
  url: string;
  /** In UTC, as written. */
  stamp: string;
  start: TimeSeen;
  end: TimeSeen;
  organizer: { address: string; name: string };
  attendees: { address: string; partstat: string; rsvp: string }[];
}

interface TimeSeen {
  zone: string;
  wall: string;
  instant: Date;
}

/** Reads a part that must hold one meeting and its time zone, by a library that is not the one that wrote it. */
export function calendarIn(content: string): CalendarSeen {
  const root = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const [event, ...more] = root.getAllSubcomponents('vevent');
  if (!event || more.length > 0) throw new Error('one meeting expected');
  const text = (name: string) => String(event.getFirstPropertyValue(name) ?? '');
  const time = (name: string): TimeSeen => {
    const value = event.getFirstPropertyValue(name) as ICAL.Time;
    // a zone that the part does not bring along would be floating here
    const zone = value.zone.tzid;
    return { zone, wall: value.toString(), instant: new Date(value.toUnixTime() * 1000) };
  };
  const organizer = event.getFirstProperty('organizer');
  return {
    ...{
      method: String(root.getFirstPropertyValue('method')),
      uid: text('uid'),
      sequence: Number(text('sequence')),
      status: text('status'),
    },
    ...{ summary: text('summary'), location: text('location'), description: text('description'), url: text('url'), stamp: text('dtstamp') },
    ...{ start: time('dtstart'), end: time('dtend') },
    organizer: { address: text('organizer'), name: String(organizer?.getParameter('cn')) },
    attendees: event.getAllProperties('attendee').map((property) => ({
      address: String(property.getFirstValue()).toLowerCase(),
      partstat: String(property.getParameter('partstat')),
      rsvp: String(property.getParameter('rsvp')),
    })),
  };
}
