import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { MeetingDocument } from '#lib/network/meeting/documents.ts';
import { loadPeople } from '#lib/network/meeting/people.ts';
import { mayAnswer, mayLead } from '#lib/network/meeting/view.ts';
import { MyMemberships } from '#lib/network/member/documents.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent, url }) => {
  const { me } = await parent();
  const seed = need(await read(MeetingDocument, { id: params.id }, fetch), url);
  const { row } = seed.meeting;
  const [memberships, people] = await Promise.all([
    mayAnswer(me, row.district) ? read(MyMemberships, {}, fetch) : null,
    mayLead(me, seed.meeting) ? loadPeople(row.id, fetch) : null,
  ]);
  const rows = memberships ? need(memberships, url).myMemberships.rows : [];
  const organisations = rows.filter(({ state, district }) => state === 'MEMBER' && district === row.district);
  return { seed, people: people && need(people, url), organisations: organisations.map(({ organisation }) => organisation) };
};
