import { redirect } from '@sveltejs/kit';
import { inWarsaw } from '@ww/shared/time';
import { actorOf } from '#lib/account/next.ts';
import { searchFrom } from '#lib/booking/address.ts';
import { FreeRoomsDocument } from '#lib/booking/documents.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { href } from '#lib/i18n/links.ts';
import { PlacesDocument } from '#lib/place/documents.ts';
import { toFailure } from '#lib/ui/failure.ts';
import type { PageLoad } from './$types';

/** How many days after an empty one are looked at, so that nobody has to guess. */
const DAYS_ON = 7;

export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  const { places } = need(await read(PlacesDocument, {}, fetch), url);
  const grants = me ? actorOf(me).grants : [];
  const [own, ...others] = grants.filter(({ role }) => role === 'PLACE_STAFF');
  const slug = others.length === 0 ? places.find(({ id }) => id === own?.scope)?.slug : undefined;
  // whoever works at one place has the week as their desk; a search is a search
  if (slug && url.search === '') redirect(307, href(`/przestrzenie/${slug}/tydzien`));

  const today = inWarsaw(serverNow()).toPlainDate().toString();
  const { asked, search } = searchFrom(url.searchParams, today);
  const isCoordinator = grants.some(({ role }) => role === 'ORGANISATION_COORDINATOR');
  const shown = { places, search, today, isCoordinator };
  const find = (day: string) => read(FreeRoomsDocument, { input: { ...search, day } }, fetch);
  if (!asked) return { ...shown, found: null, nextDay: null, failure: null };

  const answer = await find(search.day);
  if (!answer.ok) return { ...shown, found: null, nextDay: null, failure: toFailure(answer.error) };
  let nextDay: string | null = null;
  const begin = search.day < today ? today : search.day;
  for (let ahead = 1; ahead <= DAYS_ON && answer.data.freeRooms.length === 0 && nextDay === null; ahead++) {
    const day = Temporal.PlainDate.from(begin).add({ days: ahead }).toString();
    const later = await find(day);
    if (later.ok && later.data.freeRooms.length > 0) nextDay = day;
  }
  return { ...shown, found: answer.data.freeRooms, nextDay, failure: null };
};
