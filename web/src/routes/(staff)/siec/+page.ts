import { error, redirect } from '@sveltejs/kit';
import { can } from '@ww/shared/policy';
import { actorOf } from '#lib/account/next.ts';
import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { href } from '#lib/i18n/links.ts';
import { MyActionsDocument } from '#lib/network/actions/documents.ts';
import { MyMeetingDocument, type MeetingRow, type MyMeeting } from '#lib/network/meeting/documents.ts';
import { NetworkState } from '#lib/network/meeting/people-documents.ts';
import { loadMeetings } from '#lib/network/meeting/source.ts';
import { mayAnswer } from '#lib/network/meeting/view.ts';
import { loadJoin } from '#lib/network/member/source.ts';
import { networkFrom } from '#lib/network/where.ts';
import { organisationsOf } from '#lib/roster/permits.ts';
import type { PageLoad } from './$types';

/** So many of one's own answers are read with the page; those of later meetings follow. */
const ANSWERS_READ = 8;

/** The meetings of the reader's Network; for an organisation's coordinator who is in none the way in. */
export const load: PageLoad = async ({ fetch, parent, url }) => {
  const { me } = await parent();
  const district = networkFrom(url, me);
  if (!district && organisationsOf(me).length === 0) {
    // who switches Networks on and off does that on the page of members
    if (can(actorOf(me), 'network.set')) redirect(307, href('/siec/czlonkowie'));
    error(404, 'NOT_FOUND');
  }
  const [actions, join] = await Promise.all([read(MyActionsDocument, {}, fetch), district ? null : loadJoin(fetch)]);
  const { myActions } = need(actions, url);
  if (!district) return { network: null, actions: myActions, join: join && need(join, url) };
  const [state, meetings] = await Promise.all([read(NetworkState, { district }, fetch), loadMeetings(district, fetch)]);
  const seed = need(meetings, url);
  const asked = mayAnswer(me, district) ? seed.rows.filter(({ state }) => state === 'PUBLISHED' || state === 'RUNNING') : [];
  const mine = await Promise.all(asked.slice(0, ANSWERS_READ).map(ownPart));
  const own = new Map<string, MyMeeting>();
  for (const part of mine) if (part) own.set(part.id, part.own);
  return { network: { district, isOn: need(state, url).network.enabled, seed, mine: own }, actions: myActions, join: null };

  async function ownPart({ id }: MeetingRow) {
    const answer = await read(MyMeetingDocument, { id }, fetch);
    return answer.ok ? { id, own: answer.data.myMeeting } : null;
  }
};
