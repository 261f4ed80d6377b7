import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { MyDay } from '#lib/mine/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
  await parent();
  return { day: need(await read(MyDay, {}, fetch), url).myDay };
};
