import { EQUIPMENT, type Equipment } from '@ww/shared/place/terms';
import { fromWarsaw } from '@ww/shared/time';
import { href } from '#lib/i18n/links.ts';
import { dayOf, isDay, timeOf } from '#lib/place/days.ts';

/** What somebody looks for; it lives in the address. */
export interface Search {
  day: string;
  minutes: number;
  people: number;
  equipment: Equipment[];
  stepFree: boolean;
}

const CLOCK = /^\d{2}:\d{2}$/;
const whole = (text: string | null, otherwise: number) => (text !== null && /^\d{1,4}$/.test(text) ? Number(text) : otherwise);

/** The search in an address; null while nobody has asked. @param today the day that a form begins with */
export function searchFrom(query: URLSearchParams, today: string): { asked: boolean; search: Search } {
  const day = query.get('dzien') ?? '';
  const asked = isDay(day);
  return {
    asked,
    search: {
      day: asked ? day : today,
      minutes: whole(query.get('ile'), 120),
      people: whole(query.get('osob'), 10),
      equipment: EQUIPMENT.filter((each) => query.getAll('sprzet').includes(each)),
      stepFree: query.get('bez-stopni') === '1',
    },
  };
}

/** The same search on another day. */
export function searchPath({ minutes, people, equipment, stepFree }: Search, day: string): string {
  const query = new URLSearchParams({ dzien: day, ile: String(minutes), osob: String(people) });
  for (const each of equipment) query.append('sprzet', each);
  if (stepFree) query.set('bez-stopni', '1');
  return `${href('/przestrzenie')}?${query.toString()}`;
}

export const placePath = (slug: string): string => href(`/przestrzenie/${slug}`);

interface Wanted {
  roomId?: string;
  from?: number;
  to?: number;
  people?: number;
}

/** Where a room is booked, with what is known of the wish. */
export function bookPath(slug: string, { roomId, from, to, people }: Wanted = {}): string {
  const query = new URLSearchParams();
  if (roomId) query.set('sala', roomId);
  if (from !== undefined) {
    query.set('dzien', dayOf(from));
    query.set('od', timeOf(from));
  }
  if (to !== undefined) query.set('do', timeOf(to));
  if (people !== undefined) query.set('osob', String(people));
  const text = query.toString();
  return `${placePath(slug)}/rezerwuj${text && `?${text}`}`;
}

/** The wish in an address, as far as it can be read. */
export function wishFrom(query: URLSearchParams): {
  roomId: string;
  day: string;
  from: number | null;
  minutes: number | null;
  people: string;
} {
  const [day, from, to] = [query.get('dzien') ?? '', query.get('od') ?? '', query.get('do') ?? ''];
  const at = (clock: string) => (isDay(day) && isClock(clock) ? fromWarsaw(`${day}T${clock}`).getTime() : null);
  const [start, end] = [at(from), at(to)];
  const people = query.get('osob') ?? '';
  return {
    roomId: query.get('sala') ?? '',
    day: isDay(day) ? day : '',
    from: start,
    minutes: start !== null && end !== null && end > start ? (end - start) / 60_000 : null,
    people: /^\d{1,3}$/.test(people) ? people : '',
  };
}

const isClock = (text: string) => CLOCK.test(text) && Number(text.slice(0, 2)) < 24 && Number(text.slice(3)) < 60;
