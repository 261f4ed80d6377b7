import { plain } from '#lib/palette/match.ts';
import type { RosterRow } from './documents.ts';

/** Which rows are looked for; filters live in the address. */
export interface Sought {
  text: string;
  /** An organisation's id, `dzielnica` for those whom the district holds itself, or everybody. */
  host: string | null;
}

const ITSELF = 'dzielnica';

export const soughtFrom = (url: { searchParams: Pick<URLSearchParams, 'get'> }): Sought => ({
  text: url.searchParams.get('szukaj') ?? '',
  host: url.searchParams.get('gospodarz'),
});

/** The page's address with another filter or volunteer; what is not named stays, null takes it out. */
export function rosterAddress(url: { pathname: string; search: string }, change: Record<string, string | null>): string {
  const search = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries(change)) {
    if (value) search.set(name, value);
    else search.delete(name);
  }
  const text = search.toString();
  return text ? `${url.pathname}?${text}` : url.pathname;
}

export function isSought({ volunteer }: Pick<RosterRow, 'volunteer'>, { text, host }: Sought): boolean {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const about = plain(`${volunteer.displayName} ${volunteer.organisationName ?? ''}`);
  return words.every((word) => about.includes(word)) && (!host || (volunteer.organisationId ?? ITSELF) === host);
}

/** The hosts of the rows, each once. */
export function hostsOf(rows: readonly RosterRow[]): { value: string; name: string | null }[] {
  const hosts = new Map(rows.map(({ volunteer }) => [volunteer.organisationId ?? ITSELF, volunteer.organisationName]));
  return [...hosts].map(([value, name]) => ({ value, name }));
}
