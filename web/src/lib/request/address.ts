import type { ViewName } from './views.ts';

/** The queue's address with another view or another open request, or no longer for a volunteer; what is not named stays. */
export function queueAddress(
  url: { pathname: string; search: string },
  change: { widok?: ViewName; nr?: string | null; wolontariusz?: null },
): string {
  const search = new URLSearchParams(url.search);
  if (change.widok) {
    if (change.widok === 'otwarte') search.delete('widok');
    else search.set('widok', change.widok);
  }
  if (change.nr === null) search.delete('nr');
  else if (change.nr) search.set('nr', change.nr);
  if (change.wolontariusz === null) search.delete('wolontariusz');
  const text = search.toString();
  return text ? `${url.pathname}?${text}` : url.pathname;
}
