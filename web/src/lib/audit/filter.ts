import { districtBySlug } from '@ww/shared/district';
import { ACTIONS } from '@ww/shared/policy';
import { fromWarsaw } from '@ww/shared/time';

/** The journal's filter as its form and the address write it; empty means any. */
export interface TypedFilter {
  dzielnica: string;
  dzialanie: string;
  osoba: string;
  od: string;
  do: string;
}

export function filterFrom({ searchParams }: { searchParams: Pick<URLSearchParams, 'get'> }): TypedFilter {
  const get = (name: string) => searchParams.get(name)?.trim() ?? '';
  return { dzielnica: get('dzielnica'), dzialanie: get('dzialanie'), osoba: get('osoba').slice(0, 120), od: get('od'), do: get('do') };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The first instant of a Warsaw day some days later; null when the text is no date. */
function dayStart(typed: string, plusDays: number): string | null {
  if (!DATE.test(typed)) return null;
  try {
    return fromWarsaw(Temporal.PlainDate.from(typed).add({ days: plusDays }).toPlainDateTime()).toISOString();
  } catch {
    return null;
  }
}

/** As the API takes it: both days whole, on Warsaw's clock; what is not a choice is left out. */
export function auditFilter(typed: TypedFilter) {
  return {
    district: districtBySlug(typed.dzielnica)?.slug ?? null,
    action: (ACTIONS as readonly string[]).includes(typed.dzialanie) ? typed.dzialanie : null,
    person: typed.osoba || null,
    from: dayStart(typed.od, 0),
    to: dayStart(typed.do, 1),
  };
}

/** The same filter, on the page that begins after an entry; the newest without one. */
export function journalAddress({ pathname, search }: { pathname: string; search: string }, after: string | null): string {
  const params = new URLSearchParams(search);
  if (after) params.set('po', after);
  else params.delete('po');
  const text = params.toString();
  return text ? `${pathname}?${text}` : pathname;
}
