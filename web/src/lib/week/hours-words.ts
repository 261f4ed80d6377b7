import { weekday } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { alikeDays } from '#lib/place/alike-days.ts';
import { addDays, noonOf, timeOf } from '#lib/place/days.ts';
import type { Place } from '#lib/place/documents.ts';
import { plannedOn } from './days.ts';

/** Hours as planned in a week, days that are alike together: `wtorek–piątek 12:00–20:00`. */
export function hoursLine(place: Place, monday: string): string {
  const days = [0, 1, 2, 3, 4, 5, 6].map((ahead) => addDays(monday, ahead));
  const hours = days.map((day) => plannedOn(place, day).map(({ from, to }) => `${timeOf(from)}–${timeOf(to)}`));
  const nameOf = (at: number) => weekday(noonOf(days[at] ?? monday));
  const words = alikeDays(hours.map((spans) => spans.join(', '))).map(
    (group) => `${[...new Set([group.first, group.last])].map(nameOf).join('–')} ${group.hours}`,
  );
  return words.join('; ') || m.week_no_hours();
}
