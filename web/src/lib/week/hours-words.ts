import { weekday } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { addDays, noonOf, timeOf } from '#lib/place/days.ts';
import type { Place } from '#lib/place/documents.ts';
import { plannedOn } from './days.ts';

/** Hours as planned in a week, days that are alike together: `wtorek–piątek 12:00–20:00`. */
export function hoursLine(place: Place, monday: string): string {
  const days = [0, 1, 2, 3, 4, 5, 6].map((ahead) => {
    const day = addDays(monday, ahead);
    const spans = plannedOn(place, day).map(({ from, to }) => `${timeOf(from)}–${timeOf(to)}`);
    return { name: weekday(noonOf(day)), hours: spans.join(', ') };
  });
  const groups: { first: string; last: string; hours: string }[] = [];
  for (const [at, { name, hours }] of days.entries()) {
    const open = groups.at(-1);
    if (hours === '') continue;
    if (open?.hours === hours && days[at - 1]?.hours === hours) open.last = name;
    else groups.push({ first: name, last: name, hours });
  }
  const words = groups.map(({ first, last, hours }) => `${first === last ? first : `${first}–${last}`} ${hours}`);
  return words.join('; ') || m.week_no_hours();
}
