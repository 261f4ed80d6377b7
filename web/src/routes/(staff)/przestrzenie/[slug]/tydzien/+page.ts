import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { FridgeDocument } from '#lib/fridge/documents.ts';
import { loadWeek } from '#lib/week/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
  const week = await loadWeek(fetch, params.slug, url);
  const { id: placeId, hasFridge } = week.place;
  return { week, fridge: hasFridge ? need(await read(FridgeDocument, { placeId }, fetch), url).fridge : null };
};
