import { districtsWhere } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';

/** The signed-in person, as the layout loads them. */
export interface Me {
  personId: string;
  displayName: string;
  grants: readonly { role: string; scope: string | null }[];
  /** Districts in whose Network they are. */
  networks: readonly string[];
}

/** Slugs of the districts whose requests the person may read, in the order of their grants. */
export function districtsOf(me: Me): readonly string[] {
  const districts = districtsWhere(actorOf(me), 'request.read');
  return districts === 'all' ? [] : [...new Set(districts)];
}

/** The district a page is about: the one in the address if it is one's own, else the first; null when there is none. */
export function districtFrom(url: URL, me: Me): string | null {
  const own = districtsOf(me);
  const asked = url.searchParams.get('dzielnica');
  return own.find((slug) => slug === asked) ?? own[0] ?? null;
}
