import { openSpans } from '@ww/shared/place/clock';
import { addDays, clockOf, midnightOf, noonOf, timeOf } from '#lib/place/days.ts';
import type { Booking, Place } from '#lib/place/documents.ts';
import { purposeName, whenWords } from '#lib/place/words.ts';
import { clock, dayNumber, sameDay, shortDate, shortWeekday, weekday } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Way } from './ways.svelte.ts';

/** `śr., 25 lis, 17:30` */
export const soonWords = (at: string): string => `${shortDate(at)}, ${clock(at)}`;
/** `piątek 27` */
export const dayWords = (day: string): string => `${weekday(noonOf(day))} ${dayNumber(noonOf(day))}`;

export const roomName = (place: Place, roomId: string): string => place.rooms.find(({ id }) => id === roomId)?.name ?? m.week_room_gone();
export const wayWords = (place: Place, way: Way): string => `${whenWords(way.startsAt, way.endsAt)}, ${roomName(place, way.roomId)}`;

/** When a place is open on a day, without what is closed suddenly: `12:00–20:00`; empty for a closed day. */
export const openWords = (place: Place, day: string): string =>
  openSpans(clockOf(place), midnightOf(day), midnightOf(addDays(day, 1)))
    .map(({ from, to }) => `${timeOf(from)}–${timeOf(to)}`)
    .join(', ');

/** What it is, and for whom where that is no person. */
export const bookingTitle = ({ purpose, borrowerName }: Booking): string =>
  borrowerName ? m.week_title_of({ purpose: purposeName(purpose), who: borrowerName }) : purposeName(purpose);

/** `Piątek od 17:00 zamknięte`, or with both ends where that is not the end of a day. */
export function closedWords({ from, to }: { from: string; to: string }, now: number): string {
  const start = Date.parse(from) <= now ? new Date(now).toISOString() : from;
  if (sameDay(start, to)) return m.week_closed_on({ day: shortDate(start), from: clock(from), to: clock(to) });
  return m.week_closed_between({ from: soonWords(from), to: soonWords(to) });
}

/** How many bookings a closing hits, and the fridge with them where there is one. */
export const hitsWords = ({ hasFridge }: Place, count: number): string =>
  hasFridge ? m.week_hits_fridge({ count }) : m.week_hits({ count });

/** `wt. 24`, or `dziś 26`. */
export const dayTabWords = (day: string, isToday: boolean): string =>
  `${isToday ? m.week_sign_today() : shortWeekday(noonOf(day))} ${dayNumber(noonOf(day))}`;
