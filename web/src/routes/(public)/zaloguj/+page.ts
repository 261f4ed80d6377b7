import { DemoDocument } from '#lib/account/documents.ts';
import { safeNext } from '#lib/account/next.ts';
import { read } from '#lib/graphql/client.ts';
import type { PageLoad } from './$types';

/** Without an answer about the demo one can still try to sign in. */
export const load: PageLoad = async ({ fetch, url }) => {
  const answer = await read(DemoDocument, {}, fetch);
  return { demo: answer.ok && answer.data.demo.enabled ? answer.data.demo : null, next: safeNext(url.searchParams.get('dalej')) };
};
