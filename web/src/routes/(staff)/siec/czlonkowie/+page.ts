import { error } from '@sveltejs/kit';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { Networks } from '#lib/network/member/documents.ts';
import { loadJoin, loadMembers } from '#lib/network/member/source.ts';
import { networkFrom } from '#lib/network/where.ts';
import { organisationsOf } from '#lib/roster/permits.ts';
import { Organisations } from '#lib/roster/organisation-documents.ts';
import type { PageLoad } from './$types';

/** The directory of the reader's Network; for who sets them all, these settings; for an organisation's coordinator also the way in. */
export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  const actor = actorOf(me);
  const district = networkFrom(url, me);
  const coordinates = organisationsOf(me).length > 0;
  if (!district && !coordinates && !can(actor, 'network.set')) error(404, 'NOT_FOUND');
  const [{ networks }, join] = [need(await read(Networks, {}, fetch), url), coordinates ? need(await loadJoin(fetch), url) : null];
  const settings = networks.find((network) => network.district === district);
  if (!district || !settings) return { directory: null, networks: can(actor, 'network.set') ? networks : [], join };
  const admits = can(actor, 'network.admit', { district });
  const here = admits ? need(await read(Organisations, { district }, fetch), url).organisations : null;
  const seed = need(await loadMembers(district, fetch), url);
  const organisations = here && here.map(({ row: { id, name } }) => ({ id, name }));
  return { directory: { district, settings, seed, organisations }, networks: [], join };
};
