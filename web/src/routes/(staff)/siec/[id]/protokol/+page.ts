import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { MinutesOf } from '#lib/network/minutes/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => ({
  minutes: need(await read(MinutesOf, { meetingId: params.id }, fetch), url).minutes,
});
