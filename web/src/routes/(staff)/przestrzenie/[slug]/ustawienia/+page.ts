import { error } from '@sveltejs/kit';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { HouseRulesDocument, PlaceDocument } from '#lib/place/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent, url }) => {
  const { me } = await parent();
  const { place } = need(await read(PlaceDocument, { slug: params.slug }, fetch), url);
  if (!can(actorOf(me), 'place.write', { place: place.id })) error(404, 'NOT_FOUND');
  const rules = place.rulesVersion > 0 ? need(await read(HouseRulesDocument, { placeId: place.id, version: null }, fetch), url) : null;
  return { place, rules: rules?.houseRules.text ?? '' };
};
