import { noonOf } from '#lib/place/days.ts';
import type { Booking, Place } from '#lib/place/documents.ts';
import { purposeName } from '#lib/place/words.ts';
import { clock, dayNumber, sameDay, shortDate, shortWeekday, weekday } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';

interface Time {
  startsAt: string;
  endsAt: string;
}

/** `14:00–16:00` */
export const hoursWords = ({ startsAt, endsAt }: Time): string => `${clock(startsAt)}–${clock(endsAt)}`;
/** `pt., 27 lis, 14:00–16:00` */
export const whenWords = (time: Time): string => `${shortDate(time.startsAt)}, ${hoursWords(time)}`;
/** `środa 17:30`, with the date where that is not this week. */
export const soonWords = (at: string): string => `${shortDate(at)}, ${clock(at)}`;
/** `piątek 27` */
export const dayWords = (day: string): string => `${weekday(noonOf(day))} ${dayNumber(noonOf(day))}`;

export const roomName = (place: Place, roomId: string): string => place.rooms.find(({ id }) => id === roomId)?.name ?? m.week_room_gone();
export const wayWords = (place: Place, way: Time & { roomId: string }): string => `${whenWords(way)}, ${roomName(place, way.roomId)}`;

/** What it is, and for whom where that is no person. */
export const bookingTitle = ({ purpose, borrowerName }: Booking): string =>
  borrowerName ? m.week_title_of({ purpose: purposeName(purpose), who: borrowerName }) : purposeName(purpose);

/** `Piątek od 17:00 zamknięte`, or with both ends where that is not the end of a day. */
export function closedWords({ from, to }: { from: string; to: string }, now: number): string {
  const start = Date.parse(from) <= now ? new Date(now).toISOString() : from;
  if (sameDay(start, to)) return m.week_closed_on({ day: shortDate(start), from: clock(from), to: clock(to) });
  return m.week_closed_between({ from: soonWords(from), to: soonWords(to) });
}

/** `wt. 24`, or `dziś 26`. */
export const dayTabWords = (day: string, isToday: boolean): string =>
  `${isToday ? m.week_sign_today() : shortWeekday(noonOf(day))} ${dayNumber(noonOf(day))}`;
