import { DISTRICT_SLUGS } from '@ww/shared/district';
import { can, districtsWhere } from '@ww/shared/policy';
import { MySessionsDocument, TeamDocument } from '#lib/account/documents.ts';
import { actorOf } from '#lib/account/next.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { PlacesDocument } from '#lib/place/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, fetch, url }) => {
  const { me } = await parent();
  const where = districtsWhere(actorOf(me), 'team.invite');
  const districts = where === 'all' ? DISTRICT_SLUGS : [...new Set(where)];
  const wanted = url.searchParams.get('dzielnica');
  const district = districts.find((slug) => slug === wanted) ?? districts[0];
  const [sessions, team, places] = await Promise.all([
    read(MySessionsDocument, {}, fetch),
    district ? read(TeamDocument, { district }, fetch) : null,
    can(actorOf(me), 'place.open') ? read(PlacesDocument, {}, fetch) : null,
  ]);
  return {
    districts,
    sessions: need(sessions, url).mySessions,
    team: team && district ? { district, view: need(team, url) } : null,
    /** Those that one may invite staff to; null for who opens none. */
    places: places && need(places, url).places,
  };
};
