import { error } from '@sveltejs/kit';
import { need } from '#lib/graphql/load.ts';
import { districtFrom } from '#lib/request/actor.ts';
import { loadQueue } from '#lib/request/source.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  const district = districtFrom(url, me);
  if (!district) error(404, 'NOT_FOUND');
  return { district, seed: need(await loadQueue(district, fetch), url) };
};
