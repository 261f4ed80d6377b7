import { error } from '@sveltejs/kit';
import { districtBySlug } from '@ww/shared/district';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import { kindFrom } from '#lib/coverage/address.ts';
import { loadCoverage } from '#lib/coverage/coverage-source.ts';
import { need } from '#lib/graphql/load.ts';
import { districtFrom } from '#lib/request/actor.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  if (!can(actorOf(me), 'coverage.read')) error(404, 'NOT_FOUND');
  const kind = kindFrom(url);
  // every district may be looked at, not only one's own
  const district = districtBySlug(url.searchParams.get('dzielnica') ?? '')?.slug ?? districtFrom(url, me);
  return { kind, district, seed: need(await loadCoverage(kind, fetch), url) };
};
