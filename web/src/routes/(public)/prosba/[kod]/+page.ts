import { error } from '@sveltejs/kit';
import { normaliseCode } from '@ww/shared/id';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { OwnRequestDocument } from '#lib/public/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, fetch, url }) => {
  const code = normaliseCode(params.kod);
  if (!code) error(404, 'NOT_FOUND');
  const { ownRequest } = need(await read(OwnRequestDocument, { code }, fetch), url);
  return { code, ownRequest };
};
