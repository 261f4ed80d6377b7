import { inWarsaw } from '@ww/shared/time';
import { isDay } from '#lib/place/days.ts';
import { readWeek } from '#lib/booking/source.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { PlaceDocument } from '#lib/place/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
  const { place } = need(await read(PlaceDocument, { slug: params.slug }, fetch), url);
  const wanted = url.searchParams.get('tydzien') ?? '';
  // by itself the week in which the place opens next
  const next = Date.parse(place.upcoming[0]?.from ?? '') || serverNow();
  const day = isDay(wanted) ? wanted : inWarsaw(Math.max(next, serverNow())).toPlainDate().toString();
  return { week: need(await readWeek(place.id, day, fetch), url) };
};
