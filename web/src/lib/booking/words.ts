import { longDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Place, Room } from '#lib/place/documents.ts';
import { equipmentName, hoursWords } from '#lib/place/words.ts';

type Instant = string | number;

/** `czwartek 26 listopada 2026, 14:00–16:00` */
export const whenLong = (from: Instant, to: Instant): string => `${longDate(from)}, ${hoursWords(from, to)}`;

/** `1 godz. 30 min` */
export function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return m.booking_minutes({ minutes: rest });
  return rest === 0 ? m.booking_hours({ hours }) : m.booking_hours_minutes({ hours, minutes: rest });
}

/** `30 osób, bez stopni, rzutnik` */
export function roomWords({ capacity, equipment, stepFree }: Pick<Room, 'capacity' | 'equipment' | 'stepFree'>): string {
  const parts = [m.booking_people({ count: capacity }), ...(stepFree ? [inside(m.booking_step_free())] : [])];
  return [...parts, ...equipment.map((each) => inside(equipmentName(each)))].join(', ');
}

/** A name in the middle of a sentence; one with capitals of its own, such as Wi-Fi, keeps them. */
const inside = (name: string): string => (/^\p{Lu}\P{Lu}*$/u.test(name) ? name.toLowerCase() : name);

/** What the house allows, as sentences. */
export function limitWords({ shortestMinutes, longestMinutes, daysAhead, perMonth, approval }: Place): string[] {
  return [
    m.booking_limit_length({ shortest: lengthWords(shortestMinutes), longest: lengthWords(longestMinutes) }),
    m.booking_limit_ahead({ days: daysAhead }),
    m.booking_limit_month({ count: perMonth }),
    approval === 'STAFF' ? m.booking_limit_staff() : m.booking_limit_at_once(),
  ];
}
