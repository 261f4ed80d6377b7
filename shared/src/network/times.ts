import type { FieldError } from '../error-codes.ts';
import { startOfWarsawDay } from '../time.ts';

/**
 * The end of the day before, as the consultations of 2021 had it; for a meeting that is called the same day, its start.
 * Source: the city's notice on the consultations of the strategy (sign-up at the latest a day before).
 */
export function usualDeadline(startsAt: Date, now: Date): Date {
  const midnight = startOfWarsawDay(startsAt);
  return midnight > now ? midnight : startsAt;
}

interface Times {
  place: string | null;
  startsAt: Date;
  signUpUntil: Date | null;
}

/** What is wrong with a meeting's times and place. @param online whether it has a link @param before when it was to start until now */
export function checkTimes({ place, startsAt, signUpUntil }: Times, online: boolean, now: Date, before: Date | null): FieldError[] {
  const wrong: FieldError[] = [];
  if (place === null && !online) wrong.push({ path: 'place', rule: 'whereMeeting' });
  if (startsAt <= now && startsAt.getTime() !== before?.getTime()) wrong.push({ path: 'startsAt', rule: 'startInPast' });
  if (signUpUntil && signUpUntil > startsAt) wrong.push({ path: 'signUpUntil', rule: 'deadlineAfterStart' });
  return wrong;
}
