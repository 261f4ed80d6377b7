import { redirect } from '@sveltejs/kit';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { href } from '#lib/i18n/links.ts';
import { PlacesDocument } from '#lib/place/documents.ts';
import type { PageLoad } from './$types';

/** Whoever looks for the only one is led straight there. */
export const load: PageLoad = async ({ fetch, url }) => {
  const { places } = need(await read(PlacesDocument, {}, fetch), url);
  const fridges = places.filter(({ hasFridge }) => hasFridge);
  const [only] = fridges;
  if (only && fridges.length === 1) redirect(307, href(`/jadlodzielnia/${only.slug}`));
  return { fridges };
};
