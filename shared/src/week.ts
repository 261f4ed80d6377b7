import { inWarsaw } from './time.ts';

/** Warsaw's day of an instant, `2026-11-26`. */
export const warsawDay = (instant: Date | number): string => inWarsaw(instant).toPlainDate().toString();

/** The week from Monday to Monday, in Warsaw, that holds an instant. */
export function warsawWeek(instant: Date | number): { from: Date; to: Date } {
  const today = inWarsaw(instant).startOfDay();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return { from: new Date(monday.epochMilliseconds), to: new Date(monday.add({ days: 7 }).epochMilliseconds) };
}
