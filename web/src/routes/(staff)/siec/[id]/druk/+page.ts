import { read } from '#lib/graphql/client.ts';
import { need } from '#lib/graphql/load.ts';
import { AgendaForPaper, PeopleForPaper } from '#lib/network/minutes/documents.ts';
import type { PageLoad } from './$types';

/** The agenda for everybody in the Network; who signed up for whoever prepares the meeting. */
export const load: PageLoad = async ({ fetch, params, url }) => {
  const { meeting } = need(await read(AgendaForPaper, { id: params.id }, fetch), url);
  const people = await read(PeopleForPaper, { id: params.id }, fetch);
  return { meeting, guests: people.ok ? people.data.meetingPeople.guests : null };
};
