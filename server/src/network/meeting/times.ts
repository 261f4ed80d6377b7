import type { FieldError } from '@ww/shared/error-codes';
import { startOfWarsawDay } from '@ww/shared/time';
import type { Meeting } from './meeting.entity.ts';

const MINUTE = 60_000;

interface Given {
  place: string | null;
  startsAt: Date;
  minutes: number;
  signUpUntil: Date | null;
}

/**
 * The end of the day before, as the consultations of 2021 had it; for a meeting that is called the same day, its start.
 * Source: the city's notice on the consultations of the strategy (sign-up at the latest a day before).
 */
export function usualDeadline(startsAt: Date, now: Date): Date {
  const midnight = startOfWarsawDay(startsAt);
  return midnight > now ? midnight : startsAt;
}

/** The times and the place of a meeting as it is kept. */
export function timesOf({ place, startsAt, minutes, signUpUntil }: Given, now: Date) {
  const endsAt = new Date(startsAt.getTime() + minutes * MINUTE);
  return { place, startsAt, endsAt, signUpUntil: signUpUntil ?? usualDeadline(startsAt, now) };
}

/** What is wrong with them. @param online whether it has a link @param before when it was to start until now */
export function checkTimes({ place, startsAt, signUpUntil }: Given, online: boolean, now: Date, before: Date | null): FieldError[] {
  const wrong: FieldError[] = [];
  if (place === null && !online) wrong.push({ path: 'place', rule: 'whereMeeting' });
  if (startsAt <= now && startsAt.getTime() !== before?.getTime()) wrong.push({ path: 'startsAt', rule: 'startInPast' });
  if (signUpUntil && signUpUntil > startsAt) wrong.push({ path: 'signUpUntil', rule: 'deadlineAfterStart' });
  return wrong;
}

/** What people have in their calendars. */
export function calendarFacts({ title, place, startsAt, endsAt }: Meeting): string {
  return JSON.stringify([title, place, startsAt, endsAt]);
}
