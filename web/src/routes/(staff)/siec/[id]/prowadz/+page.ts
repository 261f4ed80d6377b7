import { error } from '@sveltejs/kit';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { MeetingDocument } from '#lib/network/meeting/documents.ts';
import { mayLead } from '#lib/network/meeting/view.ts';
import type { PageLoad } from './$types';

/** Only for whoever may lead it: the others have the page that follows. */
export const load: PageLoad = async ({ fetch, params, parent, url }) => {
  const { me } = await parent();
  const seed = need(await read(MeetingDocument, { id: params.id }, fetch), url);
  if (!mayLead(me, seed.meeting)) error(404, 'NOT_FOUND');
  return { seed };
};
