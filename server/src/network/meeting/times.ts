import { usualDeadline } from '@ww/shared/network/times';
import type { Meeting } from './meeting.entity.ts';

const MINUTE = 60_000;

interface Given {
  place: string | null;
  startsAt: Date;
  minutes: number;
  signUpUntil: Date | null;
}

/** The times and the place of a meeting as it is kept. */
export function timesOf({ place, startsAt, minutes, signUpUntil }: Given, now: Date) {
  const endsAt = new Date(startsAt.getTime() + minutes * MINUTE);
  return { place, startsAt, endsAt, signUpUntil: signUpUntil ?? usualDeadline(startsAt, now) };
}

/** What people have in their calendars. */
export function calendarFacts({ title, place, startsAt, endsAt }: Meeting): string {
  return JSON.stringify([title, place, startsAt, endsAt]);
}
