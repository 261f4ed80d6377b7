import type { Calendar } from '@event-calendar/core';
import { ACTIVE_BOOKINGS } from '@ww/shared/place/terms';
import type { Hours } from '@ww/shared/spans';
import { fromWarsaw } from '@ww/shared/time';
import { wall } from '#lib/place/days.ts';
import type { Booking } from '#lib/place/documents.ts';
import { shutSpans } from './days.ts';
import type { StaffWeek } from './documents.ts';
import type { Way } from './ways.svelte.ts';

/** How a booking looks: the words of the key below the calendar. */
export type Look = 'ok' | 'ask' | 'hit' | 'live' | 'past' | 'missed';

/** A booking as it stands now. */
export function lookOf({ state, isSuspended, startsAt, endsAt }: Booking, now: number): Look {
  if (state === 'NO_SHOW') return 'missed';
  if (Date.parse(endsAt) <= now) return 'past';
  if (isSuspended) return 'hit';
  if (state === 'REQUESTED') return 'ask';
  return Date.parse(startsAt) <= now ? 'live' : 'ok';
}

/** What may still change: staff moves what lies ahead, and shortens or lengthens what goes on. */
export const canMove = ({ state, endsAt }: Booking, now: number): boolean => ACTIVE_BOOKINGS.includes(state) && Date.parse(endsAt) > now;

const background = (
  id: string,
  from: number | string,
  to: number | string,
  rooms: readonly string[],
  name: string,
): Calendar.EventInput => ({
  ...{ id, start: wall(from), end: wall(to), resourceIds: [...rooms], display: 'background', classNames: [name] },
});

function buffersOf(booking: Booking): Calendar.EventInput[] {
  if (booking.isSuspended) return [];
  const { id, roomId, heldFrom, startsAt, endsAt, heldTo } = booking;
  return [
    ...(heldFrom < startsAt ? [background(`${id} setup`, heldFrom, startsAt, [roomId], 'buf')] : []),
    ...(endsAt < heldTo ? [background(`${id} cleaning`, endsAt, heldTo, [roomId], 'buf')] : []),
  ];
}

/** All that the calendar draws, on Warsaw's clock without a zone: it goes by no other. */
export function calendarEvents(week: StaffWeek, days: readonly string[], hours: Hours, now: number): Calendar.EventInput[] {
  const rooms = week.place.rooms.map(({ id }) => id);
  const [last, ...others] = rooms.toReversed();
  const shut = days.flatMap((day) =>
    shutSpans(week, day, hours).flatMap(({ from, to, sudden }) => [
      background(`shut ${String(from)}`, from, to, others, sudden ? 'closed' : 'shut'),
      // the word stands in one column, at the end of the day's row
      ...(last
        ? [{ ...background(`shut last ${String(from)}`, from, to, [last], sudden ? 'closed' : 'shut'), extendedProps: { says: sudden } }]
        : []),
    ]),
  );
  const bookings = week.bookings.map((booking): Calendar.EventInput => ({
    ...{ id: booking.id, resourceIds: [booking.roomId], start: wall(booking.startsAt), end: wall(booking.endsAt) },
    ...{ classNames: ['bk', lookOf(booking, now)], extendedProps: { booking } },
    startEditable: canMove(booking, now) && Date.parse(booking.startsAt) > now,
    durationEditable: canMove(booking, now),
  }));
  const line = background('now', now, now + 60_000, rooms, 'now-line');
  return [...shut, ...week.bookings.flatMap(buffersOf), ...bookings, line];
}

/** Where a drag of so many seconds of the clock leads. */
export function dragged({ roomId, startsAt, endsAt }: Booking, byStart: number, byEnd: number, room = roomId): Way {
  return { roomId: room, startsAt: shifted(startsAt, byStart), endsAt: shifted(endsAt, byEnd) };
}

const shifted = (at: string, seconds: number): string => fromWarsaw(Temporal.PlainDateTime.from(wall(at)).add({ seconds })).toISOString();
