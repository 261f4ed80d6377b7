import { KINDS, type Kind } from '@ww/shared/request/kinds';

/** Kinds of help by their names in the address. */
const NAMES: Record<Kind, string> = { SHOPPING: 'zakupy', RUBBISH: 'smieci', PET: 'zwierze', OTHER: 'inne' };

export const kindFrom = (url: { searchParams: Pick<URLSearchParams, 'get'> }): Kind | null =>
  KINDS.find((kind) => NAMES[kind] === url.searchParams.get('pomoc')) ?? null;

/** The page's address with another kind or district; what is not named stays. */
export function coverageAddress(url: { pathname: string; search: string }, change: { kind?: Kind | null; district?: string }): string {
  const search = new URLSearchParams(url.search);
  if (change.kind) search.set('pomoc', NAMES[change.kind]);
  if (change.kind === null) search.delete('pomoc');
  if (change.district) search.set('dzielnica', change.district);
  const text = search.toString();
  return text ? `${url.pathname}?${text}` : url.pathname;
}
