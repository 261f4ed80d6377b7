import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { MeetingDocument } from '#lib/network/meeting/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent, url }) => {
  await parent();
  return { seed: need(await read(MeetingDocument, { id: params.id }, fetch), url) };
};
