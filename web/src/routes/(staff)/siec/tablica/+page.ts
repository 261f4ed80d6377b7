import { redirect } from '@sveltejs/kit';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { href } from '#lib/i18n/links.ts';
import { BoardDocument, BoardHosts, type Host } from '#lib/network/board/documents.ts';
import { networkFrom } from '#lib/network/where.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  const district = networkFrom(url, me);
  // there one can ask to join
  if (!district) redirect(307, href('/siec'));
  const { board } = need(await read(BoardDocument, { district }, fetch), url);
  const { rows } = need(await read(BoardHosts, { district }, fetch), url).networkMembers;
  const members = rows.filter(({ state }) => state === 'MEMBER').map(({ organisation }) => organisation);
  const all: readonly (Host | null)[] = [null, ...members];
  const mayPostFor = (host: Host | null) => can(actorOf(me), 'board.write', { district, ...(host ? { organisation: host.id } : {}) });
  return { board, hosts: all.filter(mayPostFor) };
};
