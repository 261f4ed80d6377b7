import { MeDocument } from '#lib/account/documents.ts';
import { read } from '#lib/graphql/client.ts';
import { PlacesDocument } from '#lib/place/documents.ts';
import type { LayoutLoad } from './$types';

/** Who is signed in. A server that can't say leaves the public pages standing: the phone numbers matter most then. */
export const load: LayoutLoad = async ({ data, fetch }) => {
  const answer = await read(MeDocument, {}, fetch);
  const me = answer.ok ? answer.data.me : null;
  const isAtPlace = me?.grants.some(({ role }) => role === 'PLACE_STAFF');
  const places = isAtPlace ? await read(PlacesDocument, {}, fetch) : null;
  return {
    ...data,
    me,
    /** Names of places by id; none for whoever works at none. */
    placeNames: Object.fromEntries((places?.ok ? places.data.places : []).map(({ id, name }) => [id, name])),
    meFailure: answer.ok ? null : { code: answer.error.code, requestId: answer.error.requestId },
  };
};
