import { inWarsaw } from '@ww/shared/time';
import { actorOf } from '#lib/account/next.ts';
import { wishFrom } from '#lib/booking/address.ts';
import { CoordinatedDocument } from '#lib/booking/documents.ts';
import { readWeek } from '#lib/booking/source.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { PlaceDocument } from '#lib/place/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent, url }) => {
  const { me } = await parent();
  const { place } = need(await read(PlaceDocument, { slug: params.slug }, fetch), url);
  const day = wishFrom(url.searchParams).day || inWarsaw(serverNow()).toPlainDate().toString();
  const isCoordinator = me !== null && actorOf(me).grants.some(({ role }) => role === 'ORGANISATION_COORDINATOR');
  const organisations = isCoordinator ? need(await read(CoordinatedDocument, {}, fetch), url).myOrganisations.map(({ row }) => row) : [];
  return { week: need(await readWeek(place.id, day, fetch), url), organisations };
};
