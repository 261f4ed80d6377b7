import { error } from '@sveltejs/kit';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { HouseRulesDocument, PlaceDocument } from '#lib/place/documents.ts';
import { PlaceStaffDocument } from '#lib/upkeep/staff-documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent, url }) => {
  const { me } = await parent();
  const { place } = need(await read(PlaceDocument, { slug: params.slug }, fetch), url);
  const [actor, its] = [actorOf(me), { place: place.id }];
  if (!can(actor, 'staff.read', its)) error(404, 'NOT_FOUND');
  const [rules, staff] = await Promise.all([
    place.rulesVersion > 0 ? read(HouseRulesDocument, { placeId: place.id, version: null }, fetch) : null,
    read(PlaceStaffDocument, { placeId: place.id }, fetch),
  ]);
  const text = rules ? need(rules, url).houseRules.text : '';
  return { place, rules: can(actor, 'place.write', its) ? text : null, staff: need(staff, url), ownId: me.personId };
};
