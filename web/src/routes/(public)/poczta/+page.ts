import { DemoMailDocument } from '#lib/account/documents.ts';
import { read } from '#lib/graphql/client.ts';
import type { PageLoad } from './$types';

/** Outside the demo there is nothing to show: the server refuses the letters. */
export const load: PageLoad = async ({ fetch }) => {
  const answer = await read(DemoMailDocument, {}, fetch);
  return { letters: answer.ok && answer.data.demo.enabled ? answer.data.demoMail : null };
};
