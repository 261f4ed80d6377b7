import { meetingCalendar, type CalendarOf } from '@ww/server/network/meeting/calendar';
import type { Standing } from '@ww/server/platform/calendar';
import { newId } from '@ww/shared/id';
import { fromWarsaw } from '@ww/shared/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarIn } from '../../support/calendar.ts';

const LINK = 'https://spotkania.example.org/p/7?a=1,2;b=3';
const PAGE = 'https://wspiera.example.org/siec/1';

function part(over: Partial<Omit<CalendarOf, 'meeting'>> = {}, meeting: Partial<CalendarOf['meeting']> = {}) {
  return meetingCalendar({
    meeting: {
      ...{ id: newId(), title: 'Jesień w dzielnicy', place: 'Rejonowa 6/8', online: true, sequence: 0 },
      ...{ startsAt: fromWarsaw('2026-12-03T17:00'), endsAt: fromWarsaw('2026-12-03T19:00') },
      ...meeting,
    },
    ...{ standing: 'INVITED', to: 'olga@example.org', from: 'Warszawa Wspiera <no-reply@example.org>', page: PAGE, link: LINK },
    ...{ now: new Date('2026-11-26T11:00:00Z') },
    ...over,
  });
}
const read = (...given: Parameters<typeof part>) => calendarIn(part(...given).content);

describe('the calendar part of a letter, read by another library', () => {
  it.each([
    ['INVITED', 'REQUEST', 'NEEDS-ACTION', 'CONFIRMED'],
    ['ACCEPTED', 'REQUEST', 'ACCEPTED', 'CONFIRMED'],
    ['WAITING', 'REQUEST', 'TENTATIVE', 'CONFIRMED'],
    ['OUT', 'CANCEL', 'DECLINED', 'CANCELLED'],
  ] as const)('for whoever is %s is a %s with %s, %s', (standing, method, partstat, status) => {
    const id = newId();
    const given = part({ standing }, { id, sequence: 3 });
    expect(given.method).toBe(method);
    expect(calendarIn(given.content)).toMatchObject({
      ...{ method, status, uid: `${id}@warszawa-wspiera`, sequence: 3, summary: 'Jesień w dzielnicy', stamp: '2026-11-26T11:00:00Z' },
      organizer: { address: 'mailto:no-reply@example.org', name: 'Warszawa Wspiera' },
      attendees: [{ address: 'mailto:olga@example.org', partstat, rsvp: 'FALSE' }],
    });
  });

  it.each(['INVITED', 'WAITING', 'OUT'] as const)('holds no link for whoever is %s', (standing) => {
    for (const place of ['Rejonowa 6/8', null]) {
      const { content } = part({ standing }, { place });
      expect(content.replaceAll(/\r\n /g, '')).not.toContain('spotkania.example.org');
    }
  });

  it('holds the link for whoever is accepted: in the description, and as the place where there is no other', () => {
    expect(read({ standing: 'ACCEPTED' })).toMatchObject({
      location: 'Rejonowa 6/8',
      description: expect.stringContaining(LINK) as string,
    });
    expect(read({ standing: 'ACCEPTED' }, { place: null })).toMatchObject({ location: LINK });
    expect(read({ standing: 'WAITING' }, { place: null })).toMatchObject({ location: 'online' });
  });

  it('says in every language where one answers', () => {
    const { description, url } = read();
    expect(description).toMatch(/Odpowiedź.*Your answer.*Відповідь/);
    expect(description).toContain(PAGE);
    expect(url).toBe(PAGE);
  });

  it.each([
    ['in winter', '2026-12-03T17:00', 60],
    ['in summer', '2027-07-01T17:00', 120],
    ['on the day clocks go forward', '2027-03-28T12:00', 120],
    ['on the day clocks go back', '2026-10-25T12:00', 60],
    ['over the night clocks go back', '2026-10-24T23:30', 120],
  ])('keeps the wall clock and the instant %s', (_when, wall, offset) => {
    const startsAt = fromWarsaw(wall);
    const endsAt = new Date(startsAt.getTime() + 6 * 3_600_000);
    const { start, end } = read({}, { startsAt, endsAt });
    expect(part().content).toContain('BEGIN:VTIMEZONE');
    expect(start).toEqual({ zone: 'Europe/Warsaw', wall: `${wall}:00`, instant: startsAt });
    expect(end).toMatchObject({ zone: 'Europe/Warsaw', instant: endsAt });
    expect((Date.parse(`${wall}:00Z`) - startsAt.getTime()) / 60_000).toBe(offset);
  });

  it('carries any title and place whole, and nothing written in them becomes a line of its own', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).map((words) => words.replaceAll(/\p{C}/gu, ' '));
    const standings = fc.constantFrom<Standing>('INVITED', 'ACCEPTED', 'WAITING', 'OUT');
    fc.assert(
      fc.property(text, text, standings, (title, place, standing) => {
        const { content } = part({ standing }, { title, place });
        expect(calendarIn(content)).toMatchObject({ summary: title, location: place });
        expect(content.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
        for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
      { numRuns: 200 },
    );
    const { summary } = read({}, { title: 'A\r\nATTENDEE:mailto:obcy@example.org\\n; , "' });
    expect(summary).toContain('ATTENDEE:mailto:obcy@example.org');
    expect(read({}, { title: 'A\r\nATTENDEE:mailto:obcy@example.org' }).attendees).toHaveLength(1);
  });
});
