import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { dayOf, isDay, mondayOf } from '#lib/place/days.ts';
import { PlaceDocument, type Place } from '#lib/place/documents.ts';
import { openState } from '#lib/place/open.ts';
import { StaffWeekDocument, type StaffWeek } from './documents.ts';

/** The week that matters now: of the hours that go on or come next. */
function currentWeek({ upcoming }: Place, now: number): string {
  const opening = openState(upcoming, now);
  return mondayOf(dayOf('next' in opening && opening.next ? opening.next.from : now));
}

/** A place's week, the one that `tydzien` names or the current one. */
export async function loadWeek(fetch: typeof globalThis.fetch, slug: string, url: URL): Promise<StaffWeek> {
  const asked = url.searchParams.get('tydzien');
  const { place } = need(await read(PlaceDocument, { slug }, fetch), url);
  const day = asked && isDay(asked) ? asked : currentWeek(place, serverNow());
  return need(await read(StaffWeekDocument, { placeId: place.id, day }, fetch), url).staffWeek;
}
