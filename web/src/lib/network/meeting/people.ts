import { type Answer, read } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import type { WholeSource } from '#lib/live/whole.svelte.ts';
import { type Guest, MeetingPeople, MeetingPeopleChanges } from './people-documents.ts';
import { picked } from './source.ts';

export const loadPeople = async (id: string, fetch?: typeof globalThis.fetch): Promise<Answer<MeetingPeople>> =>
  picked(await read(MeetingPeople, { id }, fetch), ({ meetingPeople }) => meetingPeople);

/** Who signed up for a meeting and who came, for whoever prepares it. */
export const peopleSource = (id: string): WholeSource<MeetingPeople> => ({
  read: () => loadPeople(id),
  open(after, next, refused) {
    const variables = { id, after };
    return follow(MeetingPeopleChanges, variables, {
      next({ meetingPeopleChanges: { kind, cursor, people } }) {
        variables.after = cursor;
        next({ kind, cursor, value: people });
      },
      refused,
    });
  },
});

/** What tells a line from the others: a sign-up, or whoever came without one. */
export const guestKey = ({ rsvpId, attendanceId }: Guest): string => rsvpId ?? attendanceId ?? '';
