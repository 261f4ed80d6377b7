import { MyAvailability } from '#lib/availability/documents.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
  await parent();
  return { availability: need(await read(MyAvailability, {}, fetch), url).myAvailability };
};
