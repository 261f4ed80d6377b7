import { actorOf } from '#lib/account/next.ts';
import { CoordinatedDocument } from '#lib/booking/documents.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import type { PageLoad } from './$types';

/** The code is in the fragment, which no server sees: the page itself reads the booking. */
export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  const isCoordinator = me !== null && actorOf(me).grants.some(({ role }) => role === 'ORGANISATION_COORDINATOR');
  return {
    organisations: isCoordinator ? need(await read(CoordinatedDocument, {}, fetch), url).myOrganisations.map(({ row }) => row) : [],
  };
};
