import { error } from '@sveltejs/kit';
import { districtBySlug } from '@ww/shared/district';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import { kindFrom } from '#lib/coverage/address.ts';
import { loadCoverage } from '#lib/coverage/coverage-source.ts';
import { OwnOrganisations } from '#lib/coverage/documents.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { districtFrom } from '#lib/request/actor.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  if (!can(actorOf(me), 'coverage.read')) error(404, 'NOT_FOUND');
  const kind = kindFrom(url);
  // every district may be looked at, not only one's own
  const asked = districtBySlug(url.searchParams.get('dzielnica') ?? '')?.slug;
  const district = asked ?? districtFrom(url, me) ?? (await ofOrganisation(url, fetch));
  return { kind, district, seed: need(await loadCoverage(kind, fetch), url) };
};

async function ofOrganisation(url: URL, fetch: typeof globalThis.fetch): Promise<string | null> {
  const { myOrganisations } = need(await read(OwnOrganisations, {}, fetch), url);
  return myOrganisations[0]?.row.district ?? null;
}
