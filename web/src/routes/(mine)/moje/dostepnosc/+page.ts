import { error } from '@sveltejs/kit';
import { MyAvailability } from '#lib/availability/documents.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
  await parent();
  const { myAvailability } = need(await read(MyAvailability, {}, fetch), url);
  // whoever is no volunteer
  if (!myAvailability) error(404, 'NOT_FOUND');
  return { availability: myAvailability };
};
