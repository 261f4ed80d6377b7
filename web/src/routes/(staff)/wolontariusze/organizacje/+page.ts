import { error } from '@sveltejs/kit';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { districtFrom } from '#lib/request/actor.ts';
import { MyOrganisations, Organisations } from '#lib/roster/organisation-documents.ts';
import { organisationsOf } from '#lib/roster/permits.ts';
import type { PageLoad } from './$types';

/** One's own organisations first, then those of the district. */
export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  const own = organisationsOf(me);
  const district = districtFrom(url, me);
  if (own.length === 0 && !district) error(404, 'NOT_FOUND');
  const mine = own.length > 0 ? need(await read(MyOrganisations, {}, fetch), url).myOrganisations : [];
  const here = district ? need(await read(Organisations, { district }, fetch), url).organisations : [];
  return {
    own,
    organisations: [...mine, ...here.filter(({ row }) => !own.includes(row.id))],
    district: district && can(actorOf(me), 'organisation.register', { district }) ? district : null,
  };
};
