import { MeDocument } from '#lib/account/documents.ts';
import { read } from '#lib/graphql/client.ts';
import type { LayoutLoad } from './$types';

/** Who is signed in. A server that can't say leaves the public pages standing: the phone numbers matter most then. */
export const load: LayoutLoad = async ({ data, fetch }) => {
  const answer = await read(MeDocument, {}, fetch);
  return {
    ...data,
    me: answer.ok ? answer.data.me : null,
    meFailure: answer.ok ? null : { code: answer.error.code, requestId: answer.error.requestId },
  };
};
