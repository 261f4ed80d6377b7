import { error } from '@sveltejs/kit';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { districtFrom } from '#lib/request/actor.ts';
import { Colleagues } from '#lib/request/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  const district = districtFrom(url, me);
  if (!district) error(404, 'NOT_FOUND');
  return { district, colleagues: need(await read(Colleagues, { district }, fetch), url).colleagues };
};
