import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { MyActionsDocument } from '#lib/network/actions/documents.ts';
import { MyDay } from '#lib/mine/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
  await parent();
  const [day, actions] = await Promise.all([read(MyDay, {}, fetch), read(MyActionsDocument, {}, fetch)]);
  return { day: need(day, url).myDay, actions: need(actions, url).myActions };
};
