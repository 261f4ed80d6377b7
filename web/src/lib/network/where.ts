import { districtsWhere } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import type { Me } from '#lib/request/actor.ts';

/** Slugs of the districts whose Network the person sees: first those that they coordinate, then those of their organisations. */
export function networksOf(me: Me): readonly string[] {
  const districts = districtsWhere(actorOf(me), 'network.read');
  return districts === 'all' ? [] : [...new Set(districts)];
}

/** The Network a page is about: the one in the address if the person sees it, else the first; null when there is none. */
export function networkFrom(url: Pick<URL, 'searchParams'>, me: Me): string | null {
  const seen = networksOf(me);
  const asked = url.searchParams.get('dzielnica');
  return seen.find((slug) => slug === asked) ?? seen[0] ?? null;
}
